package dev.attest.standin.wire;

import dev.attest.standin.rules.Resource;

/**
 * A route of the API.
 *
 * @param documented whether documents or recordings of the service show what it does; else it is assumed
 */
public record Route(String method, String path, Resource resource, boolean documented, String note) {}
