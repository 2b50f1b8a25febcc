package dev.attest.internal.azure.api;

import java.net.URI;
import java.util.function.Function;

/**
 * An address of the API, and which version of the API is asked for there.
 *
 * @param uri with its query, without the version
 * @param version chooses the version
 */
public record Endpoint(URI uri, Function<ApiVersions, String> version) {

    URI with(String chosen) {
        return URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + "api-version=" + chosen);
    }
}
