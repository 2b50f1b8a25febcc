package dev.attest.internal.azure.workitems;

import dev.attest.internal.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * A work item as the service returns it.
 *
 * <pre>{"id":4711,"rev":3,"fields":{"System.WorkItemType":"Bug","System.State":"Active",...},
 *  "relations":[{"rel":"AttachedFile","url":"https://.../_apis/wit/attachments/de47...?fileName=a.log",
 *    "attributes":{"name":"a.log","comment":"..."}}]}</pre>
 *
 * @param id unique in the collection
 * @param rev the revision, from 1
 */
public record WorkItemDocument(int id, int rev, JsonValue json) {

    private static final String NUMBER = "[1-9]\\d{0,8}";

    /** Returns the item, or nothing if the JSON lacks id or revision. */
    public static Optional<WorkItemDocument> of(JsonValue json) {
        Optional<Integer> rev = number(json, "rev");
        return number(json, "id").flatMap(id -> rev.map(found -> new WorkItemDocument(id, found, json)));
    }

    /** Returns a field by its reference name, such as {@code System.State}. Returns an empty text if it is not set. */
    public String field(String referenceName) {
        return json.get("fields").get(referenceName).text().orElse("");
    }

    String type() {
        return field("System.WorkItemType");
    }

    /** Returns the links of a kind, such as {@code Hyperlink}, if the item was read with its links. */
    public List<JsonValue> relations(String rel) {
        return json.get("relations").items().stream()
                .filter(relation -> relation.get("rel").text().orElse("").equalsIgnoreCase(rel))
                .toList();
    }

    private static Optional<Integer> number(JsonValue json, String name) {
        return json.get(name).text().filter(text -> text.matches(NUMBER)).map(Integer::valueOf);
    }
}
