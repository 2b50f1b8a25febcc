package dev.attest.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An untrusted JSON value. A member that is missing or has another type is empty. */
public final class JsonValue {

    private static final int MOST_DIGITS = 9;

    private final JsonElement element;

    JsonValue(JsonElement element) {
        this.element = element;
    }

    public boolean isObject() {
        return element.isJsonObject();
    }

    public boolean isArray() {
        return element.isJsonArray();
    }

    /** Returns the member names of this object; none for any other value. */
    public Set<String> names() {
        return element.isJsonObject() ? element.getAsJsonObject().keySet() : Set.of();
    }

    /** Returns the member with this name, ignoring case; JSON null if there is none. */
    public JsonValue get(String name) {
        if (element instanceof JsonObject object) {
            JsonElement exact = object.get(name);
            if (exact != null) {
                return new JsonValue(exact);
            }
            for (Map.Entry<String, JsonElement> member : object.entrySet()) {
                if (member.getKey().equalsIgnoreCase(name)) {
                    return new JsonValue(member.getValue());
                }
            }
        }
        return new JsonValue(JsonNull.INSTANCE);
    }

    /**
     * Returns the members of this object, for a reader that knows them all.
     *
     * @throws MalformedJsonException if this is no object
     */
    public JsonMembers members() throws MalformedJsonException {
        if (element instanceof JsonObject object) {
            return new TreeMembers(object);
        }
        throw new MalformedJsonException("no object");
    }

    /** Returns the elements of this array; none for any other value. */
    public List<JsonValue> items() {
        List<JsonValue> items = new ArrayList<>();
        if (element instanceof JsonArray array) {
            for (JsonElement item : array) {
                items.add(new JsonValue(item));
            }
        }
        return Collections.unmodifiableList(items);
    }

    /** Returns the text of this string, number or boolean; empty for any other value. */
    public Optional<String> text() {
        return element.isJsonPrimitive() ? Optional.of(element.getAsString()) : Optional.empty();
    }

    /** Returns the text of a member; empty if there is none. */
    public String text(String name) {
        return get(name).text().orElse("");
    }

    /** Returns this string or number as a whole number of up to nine digits; empty for any other value. */
    public Optional<Integer> number() {
        Optional<String> text = text();
        if (text.isEmpty() || text.get().isEmpty() || text.get().length() > MOST_DIGITS) {
            return Optional.empty();
        }
        int number = 0;
        for (int at = 0; at < text.get().length(); at++) {
            char digit = text.get().charAt(at);
            if (digit < '0' || digit > '9') {
                return Optional.empty();
            }
            number = 10 * number + (digit - '0');
        }
        return Optional.of(number);
    }

    /**
     * Returns this value as a record.
     *
     * @throws MalformedJsonException if the value is null or does not fit the record
     */
    public <T> T as(Class<T> type) throws MalformedJsonException {
        return Json.convert(element, type);
    }

    @Override
    public String toString() {
        return element.toString();
    }
}
