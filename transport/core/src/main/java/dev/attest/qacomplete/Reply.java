package dev.attest.qacomplete;

import dev.attest.http.Response;
import dev.attest.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A reply that is an acknowledgement.
 *
 * @param call what it answers
 * @param json its body
 * @param response the whole of it
 * @param pause how long the service asks to be left alone although it did what was asked
 */
record Reply(Call call, JsonValue json, Response response, Duration pause) {

    private static final String ID = "[1-9]\\d{0,17}";

    /** Returns whether it is a list, which may be empty. */
    boolean isList() {
        return json.get("results").isArray();
    }

    List<JsonValue> items() {
        return json.get("results").items();
    }

    /** Returns how many items there are on all pages, where it tells. */
    OptionalInt total() {
        return json.get("metadata")
                .get("result_set")
                .get("total")
                .text()
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElseGet(OptionalInt::empty);
    }

    Optional<String> id() {
        return id(json, "id");
    }

    /** Returns an id, which travels as a number here and as text there. */
    static Optional<String> id(JsonValue item, String name) {
        return item.get(name).text().filter(id -> id.matches(ID));
    }
}
