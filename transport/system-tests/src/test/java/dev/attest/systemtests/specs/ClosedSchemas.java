package dev.attest.systemtests.specs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;

/**
 * The definitions of a {@link Spec} as JSON Schema, closed to members that they do not list.
 *
 * <p>Swagger has no word for that. {@code additionalProperties} does not see the members of a base in {@code allOf}, so
 * each definition gets the members of its bases. What the generator of the files cannot express is read as the service
 * means it, as the examples beside the files show:
 *
 * <ul>
 *   <li>An {@code object} without members is any value: a field of a work item, the value of a patch operation.
 *   <li>A definition that extends an array, such as {@code JsonPatchDocument}, is an array.
 *   <li>{@code ReferenceLinks} has the links themselves as members, not below {@code links}.
 * </ul>
 */
final class ClosedSchemas {

    private static final String ID = "https://specs/definitions.json";
    private static final String REFERENCE = "#/definitions/";
    private static final List<String> KEPT = List.of("type", "format", "enum", "required");

    private final JsonNode definitions;
    private final SchemaRegistry registry;

    ClosedSchemas(JsonNode definitions) {
        this.definitions = definitions;
        ObjectNode document = object().put("$id", ID);
        ObjectNode converted = document.putObject("definitions");
        definitions.properties().forEach(each -> converted.set(each.getKey(), schema(each.getValue())));
        converted.putObject("ReferenceLinks");
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ID, document.toString())));
    }

    /** Returns what is wrong with a value. */
    List<Error> errors(JsonNode declared, JsonNode value) {
        return registry.getSchema(SchemaLocation.of("https://specs/use.json"), schema(declared))
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** Returns the schema of a reply: the service never answers with a bare array. */
    static JsonNode wrapped(JsonNode declared) {
        if (!declared.path("type").asText().equals("array")) {
            return declared;
        }
        ObjectNode list = object().put("type", "object");
        list.putArray("required").add("count").add("value");
        ObjectNode members = list.putObject("properties");
        members.putObject("count").put("type", "integer");
        members.set("value", declared);
        return list;
    }

    private ObjectNode schema(JsonNode declared) {
        ObjectNode schema = object();
        if (declared.has("$ref")) {
            return schema.put("$ref", ID + declared.get("$ref").asText());
        }
        if (isAnything(declared)) {
            return schema;
        }
        JsonNode array = array(declared);
        if (array != declared) {
            return schema(array);
        }
        KEPT.stream().filter(declared::has).forEach(word -> schema.set(word, declared.get(word)));
        if (declared.path("format").asText().equals("int32")) {
            schema.put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
        }
        if (declared.has("items")) {
            schema.set("items", schema(declared.get("items")));
        }
        if (declared.has("additionalProperties")) {
            schema.set("additionalProperties", schema(declared.get("additionalProperties")));
        } else if (declared.has("properties")) {
            addMembers(schema.putObject("properties"), declared);
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    private void addMembers(ObjectNode members, JsonNode declared) {
        for (JsonNode base : declared.path("allOf")) {
            addMembers(members, definitions.path(base.path("$ref").asText().substring(REFERENCE.length())));
        }
        declared.path("properties")
                .properties()
                .forEach(member -> members.set(member.getKey(), schema(member.getValue())));
    }

    private static boolean isAnything(JsonNode declared) {
        return declared.path("type").asText().equals("object")
                && declared.path("properties").isEmpty()
                && !declared.has("allOf")
                && !declared.has("additionalProperties");
    }

    /** Returns the array that a definition extends; the definition itself if it extends none. */
    private static JsonNode array(JsonNode declared) {
        for (JsonNode base : declared.path("allOf")) {
            if (base.path("type").asText().equals("array")) {
                return base;
            }
        }
        return declared;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
