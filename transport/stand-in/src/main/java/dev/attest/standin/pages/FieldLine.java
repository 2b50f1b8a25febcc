package dev.attest.standin.pages;

import com.fasterxml.jackson.databind.JsonNode;

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

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
