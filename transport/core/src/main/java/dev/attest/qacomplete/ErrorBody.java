package dev.attest.qacomplete;

import dev.attest.http.Response;
import dev.attest.json.Json;
import dev.attest.json.JsonValue;
import dev.attest.json.MalformedJsonException;
import dev.attest.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a refusal says about itself. What QAComplete is made with says it in JSON, the documents show plain text, and a web
 * server before it has pages:
 *
 * <pre>{"response_status":{"error_code":"UnauthorizedAccessException","message":"Access is denied"}}
 * {"ResponseStatus":{"ErrorCode":"FileNotFoundException","Message":"File or directory not found"}}
 * Access is denied
 * &lt;html>&lt;title>404 - File or directory not found.&lt;/title>...</pre>
 *
 * @param message for people, in one line, shortened; may be empty
 * @param page whether it is a page of a web server, and no word of QAComplete itself
 */
record ErrorBody(String message, boolean page) {

    static final ErrorBody NONE = new ErrorBody("", false);

    private static final int LONGEST = 500;
    private static final int HEAD_OF_PAGE = 16 * 1024;
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]{1,200})", Pattern.CASE_INSENSITIVE);

    static ErrorBody of(Response response) {
        String body = response.body().strip();
        if (body.isEmpty()) {
            return NONE;
        }
        if (response.isHtml() || body.startsWith("<")) {
            Matcher title = TITLE.matcher(Texts.head(body, HEAD_OF_PAGE));
            return new ErrorBody(title.find() ? line(title.group(1)) : "", true);
        }
        try {
            return new ErrorBody(line(message(Json.read(body))), false);
        } catch (MalformedJsonException e) {
            // Not every error is JSON; the text itself says more than that.
            return new ErrorBody(line(body), false);
        }
    }

    /** Returns whether the project is unknown, or the user has no right: both are told in these words. */
    boolean saysDenied() {
        return !page && message.toLowerCase(Locale.ROOT).contains("access is denied");
    }

    /** Returns whether what was asked for is unknown. */
    boolean saysNotFound() {
        return !page && message.toLowerCase(Locale.ROOT).contains("not found");
    }

    private static String message(JsonValue json) {
        List<JsonValue> places = List.of(
                json.get("response_status").get("message"),
                json.get("responseStatus").get("message"),
                json.get("message"),
                json.get("error").get("message"),
                json.get("error"),
                json.get("response_status").get("error_code"),
                json.get("responseStatus").get("errorCode"),
                json);
        return places.stream()
                .map(JsonValue::text)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private static String line(String text) {
        return Texts.cut(Texts.clean(text).replaceAll("\\s+", " ").strip(), LONGEST, "…");
    }
}
