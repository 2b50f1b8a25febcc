package dev.attest.standin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.Refusal;
import java.util.List;

/**
 * A property that requests may set: present it replaces, null it clears, left out it keeps.
 *
 * @param asked its name in requests
 * @param kept its name in replies
 */
record Field(String asked, String kept, Kind kind) {

    enum Kind {
        TEXT,
        DATE,
        NUMBER,
        REFERENCE,
        REFERENCES,
        OBJECT,
        ARRAY
    }

    static Field of(String name, Kind kind) {
        return new Field(name, name, kind);
    }

    static void apply(List<Field> fields, ObjectNode body, ObjectNode document) {
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
            case DATE -> JsonNodeFactory.instance.textNode(Dates.write(Dates.read(scalar(value), asked)));
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

    /** Ids of references travel as text, whatever the request used. */
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
