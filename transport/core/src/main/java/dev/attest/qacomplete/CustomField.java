package dev.attest.qacomplete;

import dev.attest.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The custom field that holds the names of automated tests. A filter would have to hold those names, and nobody knows how a
 * quote is put into one, so the tests of the project are read once, at the first name that is looked for.
 */
final class CustomField {

    private final Service service;
    private final Addresses addresses;
    private final String field;
    private @Nullable Map<String, List<String>> ids;

    /** @param field its name; empty where there is none */
    CustomField(Service service, Addresses addresses, String field) {
        this.service = service;
        this.addresses = addresses;
        this.field = field;
    }

    /** Returns the ids of the tests whose field holds the name. */
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
        List<JsonValue> tests = new Pages(service)
                .read(
                        "look for the tests",
                        Call.Subject.TESTS,
                        (offset, limit) -> addresses.tests("offset", offset, "limit", limit));
        for (JsonValue test : tests) {
            for (JsonValue each : test.get("custom_fields").items()) {
                boolean meant = each.get("name").text().orElse("").equalsIgnoreCase(field);
                String value = each.get("value").text().orElse("").strip();
                if (meant && !value.isEmpty()) {
                    Reply.id(test, "id").ifPresent(id -> byName.computeIfAbsent(value, name -> new ArrayList<>())
                            .add(id));
                }
            }
        }
        return byName;
    }
}
