package dev.attest.internal.rest;

import dev.attest.internal.http.Response;
import dev.attest.internal.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An acknowledgement: a response with status 2xx and a JSON object. */
public record Reply(Call call, JsonValue json, Response response, RestClient client) {

    private static final String ID = "[1-9]\\d{0,17}";

    /** Returns how long to wait before the next request, although this one succeeded. */
    public Duration pause() {
        return client.pause(response);
    }

    /** Returns the items of an array. The reason {@code why} is for a member that is not an array. */
    public List<JsonValue> list(String member, String why) throws NotDeliveredException {
        if (!json.get(member).isArray()) {
            throw unusable(why);
        }
        return json.get(member).items();
    }

    /** Returns the id of the thing that the reply describes, such as {@code the run}. */
    public String requireId(String thing) throws NotDeliveredException {
        return id(json).orElseThrow(() -> unusable("it does not contain the id of " + thing));
    }

    /** Returns the failure of a reply that lacks required content. */
    public NotDeliveredException unusable(String why) {
        return client.unusable(call, response, why);
    }

    /** Returns the id of an item: a JSON number or a text of digits. */
    public static Optional<String> id(JsonValue item) {
        return id(item, "id");
    }

    public static List<String> ids(List<JsonValue> items) {
        return items.stream().map(Reply::id).flatMap(Optional::stream).toList();
    }

    /** Returns the id in a member of an item: a JSON number or a text of digits. */
    public static Optional<String> id(JsonValue item, String member) {
        return item.get(member).text().filter(id -> id.matches(ID));
    }
}
