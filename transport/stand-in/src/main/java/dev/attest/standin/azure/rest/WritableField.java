package dev.attest.standin.azure.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.Refusal;
import java.util.List;

/**
 * A property that requests can set. A value replaces the stored one, null removes it, and a missing property keeps it.
 *
 * @param asked the name in requests
 * @param kept the name in replies
 */
public record WritableField(String asked, String kept, FieldKind kind) {

    /** The type of a value. */
    public enum FieldKind {
        TEXT,
        DATE,
        NUMBER,
        REFERENCE,
        REFERENCES,
        OBJECT,
        ARRAY
    }

    /** Returns a field with the same name in requests and replies. */
    public static WritableField of(String name, FieldKind kind) {
        return new WritableField(name, name, kind);
    }

    /** Copies the fields of a request to a document. */
    public static void apply(List<WritableField> fields, ObjectNode body, ObjectNode document) {
        for (var field : fields) {
            var value = Json.field(body, field.asked());
            if (value == null) {
                continue;
            }
            if (value.isNull()) {
                document.remove(field.kept());
            } else {
                document.set(field.kept(), field.read(value));
            }
        }
    }

    private JsonNode read(JsonNode value) {
        return switch (kind) {
            case TEXT -> JsonNodeFactory.instance.textNode(scalar(value));
            case DATE -> JsonNodeFactory.instance.textNode(AzureDates.write(AzureDates.read(scalar(value), asked)));
            case NUMBER -> number(value);
            case REFERENCE -> reference(value);
            case REFERENCES -> references(value);
            case OBJECT -> Json.objectIn(value, asked);
            case ARRAY -> array(value);
        };
    }

    private String scalar(JsonNode value) {
        if (!value.isValueNode()) {
            throw Refusal.property(asked, "The value of " + asked + " must not be an object or an array.");
        }
        return value.asText();
    }

    private JsonNode number(JsonNode value) {
        try {
            var number = value.isNumber() ? value.doubleValue() : Double.parseDouble(scalar(value));
            if (Double.isFinite(number)) {
                var whole = number == Math.rint(number) && Math.abs(number) < 1e15;
                return whole
                        ? JsonNodeFactory.instance.numberNode((long) number)
                        : JsonNodeFactory.instance.numberNode(number);
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number that is too large.
        }
        throw Refusal.property(asked, "The value of " + asked + " is not a number within range.");
    }

    /** Returns a reference whose id is text, even if the request sent a number. */
    private JsonNode reference(JsonNode value) {
        var reference = Json.objectIn(value, asked).deepCopy();
        var id = Json.field(reference, "id");
        if (id != null && !id.isNull()) {
            reference.put("id", id.asText());
        }
        return reference;
    }

    private JsonNode references(JsonNode value) {
        var references = Json.array();
        for (var item : array(value)) {
            references.add(reference(item));
        }
        return references;
    }

    private ArrayNode array(JsonNode value) {
        if (value instanceof ArrayNode array) {
            return array;
        }
        throw Refusal.property(asked, "The value of " + asked + " must be an array.");
    }
}
