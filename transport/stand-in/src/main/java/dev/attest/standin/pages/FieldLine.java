package dev.attest.standin.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A field with its value.
 *
 * @param markup whether the value is safe HTML; other values are text
 */
record FieldLine(String name, String value, boolean markup) {

    /** Returns a field whose value is shown as it is. */
    static FieldLine text(String name, JsonNode value) {
        return new FieldLine(PageText.visible(name), PageText.visible(text(value)), false);
    }

    /** Returns a field that holds HTML. */
    static FieldLine markup(String name, JsonNode value, Markup markup) {
        return new FieldLine(PageText.visible(name), markup.safe(text(value)), true);
    }

    /** Returns the name as people write it: {@code Repro Steps} for {@code Microsoft.VSTS.TCM.ReproSteps}. */
    String label() {
        var last = name.substring(name.lastIndexOf('.') + 1).replace('_', ' ').strip();
        if (last.isEmpty() || name.contains(" ")) {
            return name;
        }
        var words = last.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
