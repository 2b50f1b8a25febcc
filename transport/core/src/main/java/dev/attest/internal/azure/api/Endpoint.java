package dev.attest.internal.azure.api;

import java.net.URI;
import java.util.function.Function;

/** A URL of the API without its version, and the API version to request there. */
public record Endpoint(URI uri, Function<ApiVersions, String> version) {

    URI with(String chosen) {
        return URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + "api-version=" + chosen);
    }
}
