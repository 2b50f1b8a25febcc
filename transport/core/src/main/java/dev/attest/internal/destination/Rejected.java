package dev.attest.internal.destination;

/**
 * The service rejected the request and would reject it again. A rejected batch may contain valid rows.
 *
 * @param reason what was attempted, on what, what came back and what to do
 * @param wholeRun whether the run is gone, so that the service rejects every request for it
 */
public record Rejected(String reason, boolean wholeRun) implements DeliveryResult {}
