package dev.attest.standin.wire;

/**
 * A route of the API.
 *
 * @param documented whether documents or recordings of the service show what it does; else it is assumed
 */
public record Route(String method, String path, boolean documented, String note) {}
