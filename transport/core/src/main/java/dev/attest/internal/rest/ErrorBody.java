package dev.attest.internal.rest;

import dev.attest.internal.http.Response;
import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.json.MalformedJsonException;
import dev.attest.internal.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The error that a response describes. The services use these forms:
 *
 * <pre>{"$id":"1","message":"TF200016: ...","typeName":"...","typeKey":"ProjectDoesNotExistWithNameException",...}
 * {"count":1,"value":{"Message":"The request is invalid. ..."}}
 * {"count":36,"value":"Content-Range header not understood."}
 * {"ClassName":"System.ArgumentException","Message":"..."}
 * {"response_status":{"error_code":"UnauthorizedAccessException","message":"Access is denied"}}
 * {"ResponseStatus":{"ErrorCode":"FileNotFoundException","Message":"File or directory not found"}}
 * text, an HTML page, nothing</pre>
 *
 * @param message one line, shortened; may be empty
 * @param typeKey name of the exception; may be empty
 */
public record ErrorBody(String message, String typeKey, Form form) {

    public static final ErrorBody NONE = new ErrorBody("", "", Form.TEXT);

    private static final int LONGEST = 500;
    private static final int HEAD_OF_PAGE = 16 * 1024;
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]{1,200})", Pattern.CASE_INSENSITIVE);

    /** @param messagePaths see {@link FailurePolicy#messagePaths} */
    static ErrorBody of(Response response, List<String> messagePaths) {
        String body = response.body().strip();
        if (body.isEmpty()) {
            return NONE;
        }
        if (response.isHtml() || body.startsWith("<")) {
            Matcher title = TITLE.matcher(Texts.head(body, HEAD_OF_PAGE));
            return new ErrorBody(title.find() ? Texts.line(title.group(1), LONGEST) : "", "", Form.PAGE);
        }
        try {
            JsonValue json = Json.read(body);
            String typeKey =
                    text(json, "typeKey").or(() -> text(json, "ClassName")).orElse("");
            String message = messagePaths.stream()
                    .flatMap(path -> text(json, path).stream())
                    .findFirst()
                    .orElse("");
            return new ErrorBody(Texts.line(message, LONGEST), typeKey, Form.JSON);
        } catch (MalformedJsonException e) {
            return new ErrorBody(Texts.line(body, LONGEST), "", Form.TEXT);
        }
    }

    /** Returns whether the body is JSON. JSON comes from the service itself, not from a proxy or a web server. */
    public boolean structured() {
        return form == Form.JSON;
    }

    /** Returns whether the body is an HTML page, which comes from a web server. */
    public boolean page() {
        return form == Form.PAGE;
    }

    /** Returns whether the message of the service contains these words. Ignores case. */
    public boolean says(String words) {
        return !page() && message.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> text(JsonValue json, String path) {
        JsonValue value = json;
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
            value = value.get(name);
        }
        return value.text();
    }

    public enum Form {
        JSON,
        PAGE,
        /** Plain text or an empty body. */
        TEXT
    }
}
