package dev.attest.standin.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON with a line for each value. */
final class PrettyJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Indented more deeply, a short text would become a long one. */
    private static final int MOST_GROWTH = 20;

    private PrettyJson() {}

    /** Returns the text in lines if it is a JSON object or array as a whole, else as it is. */
    static String of(String text) {
        var start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return text;
        }
        try {
            var pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(text));
            return pretty.length() > MOST_GROWTH * text.length() ? text : PageText.visible(pretty);
        } catch (JsonProcessingException e) {
            return text;
        }
    }
}
