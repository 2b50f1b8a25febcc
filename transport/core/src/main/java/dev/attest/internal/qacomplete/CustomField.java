package dev.attest.internal.qacomplete;

import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The custom field with the names of automated tests. The rules for quotes in a filter are not documented, so all tests
 * of the project are read once, at the first lookup.
 */
final class CustomField {

    private final QaCompleteApi api;
    private final String field;
    private @Nullable Map<String, List<String>> ids;

    /** @param field name of the field; empty if there is none */
    CustomField(QaCompleteApi api, String field) {
        this.api = api;
        this.field = field;
    }

    synchronized List<String> testsOf(String name) throws NotDeliveredException {
        if (field.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> known = ids;
        if (known == null) {
            known = read();
            ids = known;
        }
        return known.getOrDefault(name, List.of());
    }

    private Map<String, List<String>> read() throws NotDeliveredException {
        Map<String, List<String>> byName = new HashMap<>();
        List<JsonValue> tests = api.list("look for the tests", api.urls()::tests);
        for (JsonValue test : tests) {
            for (JsonValue each : test.get("custom_fields").items()) {
                String value = each.text("value").strip();
                if (each.text("name").equalsIgnoreCase(field) && !value.isEmpty()) {
                    Reply.id(test)
                            .ifPresent(id -> byName.computeIfAbsent(value, name -> new ArrayList<>())
                                    .add(id));
                }
            }
        }
        return byName;
    }
}
