package dev.attest.internal.rest;

import dev.attest.internal.http.Response;
import dev.attest.internal.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An acknowledgement: a response with status 2xx and a JSON object. */
public record Reply(Call call, JsonValue json, Response response, RestClient client) {

    private static final int MOST_DIGITS = 18;

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
        Optional<String> id = id(json);
        if (id.isEmpty()) {
            throw unusable("it does not contain the id of " + thing);
        }
        return id.get();
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
        List<String> ids = new ArrayList<>(items.size());
        for (JsonValue item : items) {
            Optional<String> id = id(item);
            if (id.isPresent()) {
                ids.add(id.get());
            }
        }
        return ids;
    }

    /** Returns the id in a member of an item: a JSON number or a text of digits. */
    public static Optional<String> id(JsonValue item, String member) {
        Optional<String> id = item.get(member).text();
        return id.isPresent() && isId(id.get()) ? id : Optional.empty();
    }

    private static boolean isId(String text) {
        boolean digits = !text.isEmpty() && text.length() <= MOST_DIGITS && text.charAt(0) != '0';
        for (int at = 0; digits && at < text.length(); at++) {
            digits = text.charAt(at) >= '0' && text.charAt(at) <= '9';
        }
        return digits;
    }
}
