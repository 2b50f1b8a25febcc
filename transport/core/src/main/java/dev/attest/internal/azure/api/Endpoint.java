package dev.attest.internal.azure.api;

import dev.attest.internal.rest.RestUrl;
import java.net.URI;

/**
 * A URL of the API without its version.
 *
 * @param resource what is there; decides which API version is requested
 */
public record Endpoint(URI uri, ApiResource resource) {

    /** Adds a parameter to the query. */
    public Endpoint with(String name, String value) {
        String separator = uri.getRawQuery() == null ? "?" : "&";
        return new Endpoint(URI.create(uri + separator + name + "=" + RestUrl.encode(value)), resource);
    }
}
