package dev.attest.azure;

import dev.attest.http.Response;
import dev.attest.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A reply that is an acknowledgement: a success, and JSON.
 *
 * @param call what it answers
 * @param json its body
 * @param response the whole of it
 * @param pause how long the service asks to be left alone although it did what was asked
 */
record Reply(Call call, JsonValue json, Response response, Duration pause) {

    private static final String ID = "[1-9]\\d{0,17}";

    /** Returns the items of the list that it is. */
    List<JsonValue> items() {
        return json.get("value").items();
    }

    /** Returns where the next page begins. */
    Optional<String> continuation() {
        return response.header("x-ms-continuationtoken").filter(token -> !token.isBlank());
    }

    /** Returns the id of an item, which is a number and may travel as text. */
    static Optional<String> id(JsonValue item) {
        return item.get("id").text().filter(id -> id.matches(ID));
    }
}
