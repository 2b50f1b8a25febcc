package dev.attest.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An untrusted JSON value. A member that is missing or has another type is empty. */
public final class JsonValue {

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
        JsonObject object = element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
        if (object.has(name)) {
            return new JsonValue(object.get(name));
        }
        return object.entrySet().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(member -> new JsonValue(member.getValue()))
                .findFirst()
                .orElseGet(() -> new JsonValue(JsonNull.INSTANCE));
    }

    /**
     * Returns the members of this object, for a reader that knows them all.
     *
     * @throws MalformedJsonException if this is no object
     */
    public JsonMembers members() throws MalformedJsonException {
        if (element instanceof JsonObject object) {
            return new JsonMembers(object);
        }
        throw new MalformedJsonException("no object");
    }

    /** Returns the elements of this array; none for any other value. */
    public List<JsonValue> items() {
        return isArray()
                ? element.getAsJsonArray().asList().stream().map(JsonValue::new).toList()
                : List.of();
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
        return text().filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
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
