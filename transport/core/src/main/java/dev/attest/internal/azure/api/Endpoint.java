package dev.attest.internal.azure.api;

import dev.attest.internal.rest.RestUrl;
import java.net.URI;
import java.util.function.Function;

/** A URL of the API without its version, and the API version to request there. */
public record Endpoint(URI uri, Function<ApiVersions, String> version) {

    /** Adds a parameter to the query. */
    public Endpoint with(String name, String value) {
        String separator = uri.getRawQuery() == null ? "?" : "&";
        return new Endpoint(URI.create(uri + separator + name + "=" + RestUrl.encode(value)), version);
    }
}
