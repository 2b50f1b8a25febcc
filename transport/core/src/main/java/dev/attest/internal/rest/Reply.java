package dev.attest.internal.rest;

import dev.attest.internal.http.Response;
import dev.attest.internal.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A response that is an acknowledgement: a success, and a JSON object.
 *
 * @param call what it answers
 * @param json its body
 * @param response the whole of it
 * @param client who made the call
 */
public record Reply(Call call, JsonValue json, Response response, RestClient client) {

    private static final String ID = "[1-9]\\d{0,17}";

    /** Returns how long the service asks to be left alone although it did what was asked. */
    public Duration pause() {
        return client.pause(response);
    }

    /**
     * Returns the items of a member that is a list.
     *
     * @param why ends the sentence that names the failure where the member is no list
     */
    public List<JsonValue> list(String member, String why) throws NotDeliveredException {
        if (!json.get(member).isArray()) {
            throw unusable(why);
        }
        return json.get(member).items();
    }

    /**
     * Returns the id of the thing that the reply describes.
     *
     * @param thing what it is, such as {@code the run}
     */
    public String requireId(String thing) throws NotDeliveredException {
        return id(json).orElseThrow(() -> unusable("it does not tell the id of " + thing));
    }

    /** Returns the failure of a reply that lacks what it should tell. */
    public NotDeliveredException unusable(String why) {
        return client.unusable(call, response, why);
    }

    /** Returns the id of an item: a number, which may travel as text. */
    public static Optional<String> id(JsonValue item) {
        return id(item, "id");
    }

    /** Returns the ids of those items that have one. */
    public static List<String> ids(List<JsonValue> items) {
        return items.stream().map(Reply::id).flatMap(Optional::stream).toList();
    }

    /** Returns the id in a member of an item: a number, which may travel as text. */
    public static Optional<String> id(JsonValue item, String member) {
        return item.get(member).text().filter(id -> id.matches(ID));
    }
}
