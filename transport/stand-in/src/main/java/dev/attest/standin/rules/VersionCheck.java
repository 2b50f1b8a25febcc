package dev.attest.standin.rules;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the API version that a request names. */
public final class VersionCheck {

    private final Product product;

    /** Creates the check for a product. */
    public VersionCheck(Product product) {
        this.product = product;
    }

    /**
     * Returns the version named in the query or, without one, in {@code Accept}.
     *
     * @throws Refusal if the text is not a version
     */
    public static Optional<ApiVersion> named(@Nullable String query, @Nullable String accept) {
        var text = query != null ? query : parameter(accept);
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(ApiVersion.parse(text)
                .orElseThrow(() -> new Refusal(
                        400,
                        "VssVersionNotSpecifiedException",
                        "The api-version \"" + text + "\" is not valid. Use the form 7.1 or 7.1-preview.1.")));
    }

    private static @Nullable String parameter(@Nullable String accept) {
        if (accept == null) {
            return null;
        }
        var at = accept.toLowerCase(Locale.ROOT).indexOf("api-version=");
        if (at < 0) {
            return null;
        }
        var rest = accept.substring(at + "api-version=".length());
        var end = 0;
        while (end < rest.length() && rest.charAt(end) != ';' && rest.charAt(end) != ',') {
            end++;
        }
        return rest.substring(0, end);
    }

    /**
     * Returns the version of the reply.
     *
     * @param required whether a request without a version is refused
     * @throws Refusal if the product does not support the version
     */
    public ApiVersion check(ApiResource resource, Optional<ApiVersion> named, boolean required) {
        if (named.isEmpty()) {
            if (required) {
                throw new Refusal(
                        400,
                        "VssVersionNotSpecifiedException",
                        "No api-version was supplied for the request. The version must be supplied either as part of the"
                                + " Accept header (e.g. \"application/json; api-version=1.0\") or as a query parameter"
                                + " (e.g. \"?api-version=1.0\").");
            }
            return product.released();
        }
        var version = named.get();
        refuseOutOfRange(resource, version);
        refusePlainPreview(resource, version);
        return version;
    }

    private void refuseOutOfRange(ApiResource resource, ApiVersion version) {
        if (version.isAfter(resource.newest(product))) {
            throw new Refusal(
                    400,
                    "VssVersionOutOfRangeException",
                    "The requested REST API version of " + version.number()
                            + " is out of range for this server. The latest REST API version this server supports is "
                            + resource.newest(product).number() + ".");
        }
        if (resource.oldest().isAfter(version)) {
            throw new Refusal(
                    400,
                    "VssVersionOutOfRangeException",
                    "The requested REST API version of " + version.number()
                            + " is out of range for this server. The lowest REST API version of this resource is "
                            + resource.oldest().number() + ".");
        }
    }

    private void refusePlainPreview(ApiResource resource, ApiVersion version) {
        if (!version.preview() && version.isAfter(resource.released(product))) {
            throw new Refusal(
                    400,
                    "VssInvalidPreviewVersionException",
                    "The requested version \"" + version + "\" of the resource is under preview. The -preview flag must"
                            + " be supplied in the api-version for such requests. For example: \"" + version.number()
                            + "-preview\"");
        }
        if (version.preview() && version.revision() > resource.revision(product)) {
            throw new Refusal(
                    400,
                    "VssInvalidPreviewVersionException",
                    "The requested version \"" + version + "\" names a revision of the resource that this server does"
                            + " not have. The latest is \"" + version.number() + "-preview."
                            + resource.revision(product) + "\".");
        }
    }
}
