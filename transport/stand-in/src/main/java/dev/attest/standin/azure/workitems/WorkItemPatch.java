package dev.attest.standin.azure.workitems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.WorkItemStore.WorkItemDraft;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Applies the JSON Patch of a request to a work item, as a whole or not at all:
 *
 * <pre>
 * [{"op":"test","path":"/rev","value":3},
 *  {"op":"add","path":"/fields/System.Title","value":".."},
 *  {"op":"add","path":"/relations/-","value":{"rel":"AttachedFile","url":"..","attributes":{"comment":".."}}},
 *  {"op":"remove","path":"/relations/0"}]
 * </pre>
 */
final class WorkItemPatch {

    private static final int TITLE = 255;

    private final Policy policy;
    private final WorkItemFields names;
    private final RelationRules rules;
    private final int id;
    private final int rev;
    private final String type;
    private final ObjectNode fields;
    private final ArrayNode relations;
    private final ObjectNode changed = Json.object();
    private final ArrayNode added = Json.array();
    private final ArrayNode removed = Json.array();

    /**
     * @param id 0 for a new work item
     * @param document the document to change
     */
    WorkItemPatch(
            Policy policy,
            WorkItemFields names,
            RelationRules rules,
            int id,
            int rev,
            String type,
            ObjectNode document) {
        this.policy = policy;
        this.names = names;
        this.rules = rules;
        this.id = id;
        this.rev = rev;
        this.type = type;
        this.fields = document.withObject("fields");
        this.relations = document.withArray("relations");
    }

    WorkItemDraft apply(ArrayNode operations) {
        fields.remove(WorkItemFields.HISTORY);
        for (var operation : operations) {
            apply(Json.objectIn(operation, "operation"));
        }
        check();
        var document = Json.object();
        document.set("fields", fields);
        document.set("relations", relations);
        var update = Json.object();
        update.set("fields", changed);
        update.set("added", added);
        update.set("removed", removed);
        return new WorkItemDraft(Json.text(document), Json.text(update));
    }

    private void apply(ObjectNode operation) {
        var op = String.valueOf(Json.text(operation, "op")).toLowerCase(Locale.ROOT);
        var path = String.valueOf(Json.text(operation, "path"));
        var value = Json.field(operation, "value");
        var lower = path.toLowerCase(Locale.ROOT);
        if (lower.startsWith("/fields/")) {
            field(op, path.substring("/fields/".length()), value);
        } else if (lower.startsWith("/relations/")) {
            relation(op, path.substring("/relations/".length()), value);
        } else if ((lower.equals("/rev") || lower.equals("/id")) && op.equals("test")) {
            test(path, lower.equals("/id") ? id : rev, value);
        } else {
            throw failed("The operation \"" + op + "\" is not supported for the path \"" + path + "\".");
        }
    }

    private static void test(String path, int is, @Nullable JsonNode value) {
        if (value == null || !value.asText().equals(String.valueOf(is))) {
            throw untrue(path);
        }
    }

    private static Refusal untrue(String path) {
        return new Refusal(
                412, "TestPatchOperationFailedException", "VS403351: Test Operation for path " + path + " failed.");
    }

    private void field(String op, String asked, @Nullable JsonNode value) {
        switch (op) {
            case "add", "replace" -> set(names.settable(asked), value, op.equals("add"));
            case "remove" -> {
                var name = names.settable(asked);
                fields.remove(name);
                changed.putNull(name);
            }
            case "test" -> {
                var name = names.named(asked);
                if (value == null || !value.asText().equals(fields.path(name).asText())) {
                    throw untrue("/fields/" + name);
                }
            }
            default -> throw failed("The operation \"" + op + "\" is not supported.");
        }
    }

    private void set(String name, @Nullable JsonNode value, boolean add) {
        if (value == null || value.isNull()) {
            fields.remove(name);
            changed.putNull(name);
            return;
        }
        if (value.isArray()) {
            throw WorkItemFields.invalid(name, "InvalidType");
        }
        var kept = kept(name, value, add);
        fields.set(name, kept);
        changed.set(name, kept);
        if (name.equals(WorkItemFields.HISTORY) && !kept.asText().isEmpty()) {
            fields.put(
                    WorkItemFields.COMMENTS,
                    fields.path(WorkItemFields.COMMENTS).asInt() + 1);
        }
    }

    private JsonNode kept(String name, JsonNode value, boolean add) {
        return switch (name) {
            case WorkItemFields.TAGS -> {
                var joins = add && policy.holds(Assumption.ADDED_TAGS_JOIN);
                var before = joins ? fields.path(name).asText() + ";" : "";
                yield Json.node(WorkItemFields.tags(before + value.asText()));
            }
            case WorkItemFields.STATE -> Json.node(WorkItemTypes.state(type, value.asText()));
            case WorkItemFields.TITLE -> Json.node(value.asText());
            default -> value;
        };
    }

    private void relation(String op, String place, @Nullable JsonNode value) {
        if (op.equals("add") && place.equals("-") && value != null) {
            var relation = rules.checked(id, value);
            if (policy.holds(Assumption.RELATIONS_ONCE)) {
                refuseRepeated(relation);
            }
            relations.add(relation);
            added.add(relation);
        } else if (op.equals("remove") && place.matches("\\d{1,4}") && Integer.parseInt(place) < relations.size()) {
            removed.add(relations.remove(Integer.parseInt(place)));
        } else {
            throw failed("The operation \"" + op + "\" is not supported for the path \"/relations/" + place + "\".");
        }
    }

    private void refuseRepeated(ObjectNode relation) {
        for (var known : relations) {
            if (RelationRules.same(known, relation)) {
                throw new Refusal(400, "RelationAlreadyExistsException", "Relation already exists.");
            }
        }
    }

    private void check() {
        var title = fields.path(WorkItemFields.TITLE).asText();
        if (title.isBlank()) {
            throw WorkItemFields.invalid(WorkItemFields.TITLE, "Required, InvalidEmpty");
        }
        if (title.length() > TITLE) {
            throw WorkItemFields.invalid(WorkItemFields.TITLE, "InvalidTooLong");
        }
        var state = fields.path(WorkItemFields.STATE).asText();
        if (!WorkItemTypes.hasState(type, state) && policy.holds(Assumption.KNOWN_STATES)) {
            throw WorkItemFields.invalid(
                    WorkItemFields.STATE, "Required, HasValues, LimitedToValues, InvalidListValue");
        }
        if (!added.isEmpty()) {
            RelationRules.checkNumber(relations);
        }
    }

    private static Refusal failed(String message) {
        return new Refusal(400, "PatchOperationFailedException", message);
    }
}
