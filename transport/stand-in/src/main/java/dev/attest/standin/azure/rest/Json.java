package dev.attest.standin.azure.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.Refusal;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON, within limits. As in the service, the case of property names does not matter. */
public final class Json {

    private static final int DEPTH = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(16 * 1024 * 1024)
                            .maxDocumentLength(-1)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectReader ITEM = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** Returns a new object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Returns a new array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Returns a list as the service sends it, with its count. */
    public static ObjectNode list(ArrayNode values) {
        var list = object().put("count", values.size());
        list.set("value", values);
        return list;
    }

    /** Returns a reference to another object. Its id is sent as text. */
    public static ObjectNode reference(int id) {
        return object().put("id", String.valueOf(id));
    }

    /** Returns a text node. */
    public static JsonNode node(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    /** Returns a parser with the limits of the service. */
    public static JsonParser parser(InputStream body) throws IOException {
        return MAPPER.createParser(body);
    }

    /** Parses a request body. */
    public static JsonNode read(InputStream body) throws IOException {
        try (var parser = parser(body)) {
            try {
                var node = MAPPER.<JsonNode>readTree(parser);
                return node == null ? MissingNode.getInstance() : node;
            } catch (JsonProcessingException e) {
                throw malformed(e, parser);
            } catch (CharConversionException e) {
                throw new Refusal(400, "", "The body of the request is not text in UTF-8: " + e.getMessage());
            }
        }
    }

    /** Reads a JSON array item by item, with one item in memory at a time. */
    public static void items(InputStream body, String what, Consumer<JsonNode> each) throws IOException {
        try (var parser = parser(body)) {
            try {
                if (parser.nextToken() != JsonToken.START_ARRAY) {
                    throw new Refusal(400, "ArgumentNullException", "Value cannot be null.\r\nParameter name: " + what);
                }
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    each.accept(ITEM.readTree(parser));
                }
                if (parser.nextToken() != null) {
                    throw new Refusal(400, "", "The body of the request goes on after its array.");
                }
            } catch (JsonProcessingException e) {
                throw malformed(e, parser);
            } catch (CharConversionException e) {
                throw new Refusal(400, "", "The body of the request is not text in UTF-8: " + e.getMessage());
            }
        }
    }

    /** Returns a refusal that names the position of an error in the body. */
    public static Refusal malformed(JsonProcessingException e, JsonParser parser) {
        var path = parser.getParsingContext().pathAsPointer();
        var place = parser.currentLocation();
        return new Refusal(
                400,
                "",
                "The body of the request cannot be read at \"" + path + "\", line " + place.getLineNr() + ", column "
                        + place.getColumnNr() + ": " + e.getOriginalMessage());
    }

    /** Parses a document from the store. */
    public static ObjectNode stored(String document) {
        try {
            return (ObjectNode) MAPPER.readTree(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the JSON text. */
    public static String text(JsonNode node) {
        return node.toString();
    }

    /** Returns a property of an object; null if it is missing. An explicit null is a {@code NullNode}. */
    public static @Nullable JsonNode field(JsonNode object, String name) {
        var exact = object.get(name);
        if (exact != null) {
            return exact;
        }
        for (var property : object.properties()) {
            if (property.getKey().equalsIgnoreCase(name)) {
                return property.getValue();
            }
        }
        return null;
    }

    /** Returns a scalar property as text; null if it is missing or null. */
    public static @Nullable String text(JsonNode object, String name) {
        var value = field(object, name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw Refusal.property(name, "The value of " + name + " must not be an object or an array.");
        }
        return value.asText();
    }

    /** Returns a node that must be an object. */
    public static ObjectNode objectIn(JsonNode node, String what) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.property(what, "Value cannot be null: " + what + " must be a JSON object.");
    }
}
