package dev.attest.internal.destination;

/**
 * The service understood and refused, and would again. A refused batch may hold rows that are fine.
 *
 * @param reason what was attempted, on what, what came back and what to do, in a sentence or two
 * @param wholeRun whether whatever is sent for the same run will be refused as well, because the run is gone
 */
public record Rejected(String reason, boolean wholeRun) implements DeliveryResult {

    @Override
    public boolean done() {
        return true;
    }
}
