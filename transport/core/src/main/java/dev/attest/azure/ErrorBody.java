package dev.attest.azure;

import dev.attest.http.Response;
import dev.attest.json.Json;
import dev.attest.json.JsonValue;
import dev.attest.json.MalformedJsonException;
import dev.attest.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a refusal says about itself. Azure DevOps has many ways to say it, all of them seen:
 *
 * <pre>{"$id":"1","message":"TF200016: ...","typeName":"...","typeKey":"ProjectDoesNotExistWithNameException",...}
 * {"count":1,"value":{"Message":"The request is invalid. ..."}}
 * {"count":36,"value":"Content-Range header not understood."}
 * {"ClassName":"System.ArgumentException","Message":"..."}
 * text, an HTML page, nothing</pre>
 *
 * @param message for people, in one line, shortened; may be empty
 * @param typeKey name of the exception; may be empty
 * @param structured whether it was JSON, as of the service itself, and no page or text of what stands before it
 */
record ErrorBody(String message, String typeKey, boolean structured) {

    static final ErrorBody NONE = new ErrorBody("", "", false);

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
            return new ErrorBody(title.find() ? line(title.group(1)) : "", "", false);
        }
        try {
            JsonValue json = Json.read(body);
            return new ErrorBody(line(message(json)), typeKey(json), true);
        } catch (MalformedJsonException e) {
            // Not every error is JSON; the text itself says more than that.
            return new ErrorBody(line(body), "", false);
        }
    }

    private static String message(JsonValue json) {
        List<JsonValue> places = List.of(
                json.get("message"),
                json.get("value").get("message"),
                json.get("value"),
                json.get("error").get("message"),
                json.get("error_description"),
                json);
        return places.stream()
                .map(JsonValue::text)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private static String typeKey(JsonValue json) {
        return json.get("typeKey").text().or(() -> json.get("ClassName").text()).orElse("");
    }

    private static String line(String text) {
        return Texts.cut(Texts.clean(text).replaceAll("\\s+", " ").strip(), LONGEST, "…");
    }
}
