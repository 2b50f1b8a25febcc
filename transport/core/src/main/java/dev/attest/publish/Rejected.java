package dev.attest.publish;

/**
 * The service understood and refused, and would again. A refused batch may hold rows that are fine.
 *
 * @param reason what was attempted, on what, what came back and what to do, in a sentence or two
 */
public record Rejected(String reason) implements Delivery {

    @Override
    public boolean settled() {
        return true;
    }
}
