package dev.attest.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP reply.
 *
 * @param status status code, such as 200
 * @param headers by name in lower case
 * @param body as text; empty if there is none
 * @param truncated whether the body is incomplete: the connection broke, or the body exceeds the limit
 * @param proxy address of the proxy that may have written this reply instead of the server; empty if there is no proxy,
 *     or only a tunnel through one
 */
public record Response(int status, Map<String, List<String>> headers, String body, boolean truncated, String proxy) {

    public Response {
        headers = Map.copyOf(headers);
    }

    /** Returns the first header of that name, matched in any case. */
    public Optional<String> header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** Returns when the server replied, if it tells. */
    public Optional<Instant> date() {
        Optional<String> date = header("Date");
        return date.isPresent() ? HttpDate.parse(date.get()) : Optional.empty();
    }

    /** Returns whether the body is HTML, such as the page of a proxy or a sign-in page. */
    public boolean isHtml() {
        return header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("html");
    }

    /** Returns the body as the bytes that came, if its media type is one of files; a text in UTF-8. */
    public byte[] content() {
        return body.getBytes(
                isFile(header("Content-Type").orElse("")) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** Returns whether a body of this type is no text, so that each of its bytes is kept as one character. */
    static boolean isFile(String mediaType) {
        String lower = mediaType.toLowerCase(Locale.ROOT);
        return lower.startsWith("image/") || lower.startsWith("application/octet-stream");
    }
}
