package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.Assumption;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The properties of a body, which is JSON or a form. Names are in PascalCase, and numbers may be sent as text. */
final class BodyProperties {

    private final Map<String, JsonNode> values;

    private BodyProperties(Map<String, JsonNode> values) {
        this.values = values;
    }

    /** Reads the body of a request. The names are those of the known properties. */
    static BodyProperties of(QaCompleteCall call, List<String> names) throws IOException {
        var type = Optional.ofNullable(call.context().contentType()).orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/json")) {
            return of(call, QaCompleteJson.sent(call.context().bodyInputStream()), names);
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            var form = QaCompleteJson.object();
            call.context().formParamMap().forEach((name, given) -> form.put(name, given.get(0)));
            return of(call, form, names);
        }
        throw QaCompleteErrors.invalid("A body of the type \"" + type + "\" is not understood; send application/json.");
    }

    static BodyProperties of(QaCompleteCall call, ObjectNode object, List<String> names) {
        var exact = call.holds(Assumption.QAC_EXACT_NAMES);
        var values = new HashMap<String, JsonNode>();
        for (var property : object.properties()) {
            var given = property.getKey();
            var name = names.stream()
                    .filter(known -> exact ? known.equals(given) : plain(known).equals(plain(given)))
                    .findFirst();
            if (name.isPresent()) {
                values.put(name.get(), property.getValue());
            } else if (exact) {
                throw QaCompleteErrors.invalid(
                        "The property " + given + " is not known here; there are " + String.join(", ", names) + ".");
            }
        }
        return new BodyProperties(values);
    }

    /** Returns a name without case and underscores, for comparison. */
    static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    Optional<String> text(String name) {
        return value(name).map(node -> {
            if (!node.isValueNode()) {
                throw QaCompleteErrors.invalid(name + " must be text.");
            }
            return node.asText();
        });
    }

    Optional<Integer> number(String name) {
        return text(name).map(text -> {
            if (!text.matches("\\d{1,9}")) {
                throw QaCompleteErrors.invalid(name + " must be a whole number, and not \"" + text + "\".");
            }
            return Integer.parseInt(text);
        });
    }

    boolean flag(String name) {
        var text = text(name).orElse("false");
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw QaCompleteErrors.invalid(name + " must be true or false, and not \"" + text + "\".");
        }
        return text.equalsIgnoreCase("true");
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    /** Returns the objects in an array; empty if the array is missing. */
    List<ObjectNode> objects(String name) {
        var value = value(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof ArrayNode array && array.valueStream().allMatch(ObjectNode.class::isInstance)) {
            return array.valueStream().map(ObjectNode.class::cast).toList();
        }
        throw QaCompleteErrors.invalid(name + " must be an array of objects.");
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(node -> !node.isNull());
    }
}
