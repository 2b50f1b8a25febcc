package dev.attest.internal.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An untrusted JSON value. A member that is missing or has another type is empty. */
public final class JsonValue {

    private static final int MOST_DIGITS = 9;

    private static final JsonValue NULL = new JsonValue(null);

    /** As {@link JsonTree} reads it. */
    private final @Nullable Object value;

    JsonValue(@Nullable Object value) {
        this.value = value;
    }

    public boolean isObject() {
        return value instanceof Map;
    }

    public boolean isArray() {
        return value instanceof List;
    }

    /** Returns the member names of this object; none for any other value. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        if (value instanceof Map<?, ?> members) {
            for (Object name : members.keySet()) {
                names.add((String) name);
            }
        }
        return names;
    }

    /** Returns the member with this name, ignoring case; JSON null if there is none. */
    public JsonValue get(String name) {
        if (value instanceof Map<?, ?> members) {
            if (members.containsKey(name)) {
                return new JsonValue(members.get(name));
            }
            for (Map.Entry<?, ?> member : members.entrySet()) {
                if (name.equalsIgnoreCase((String) member.getKey())) {
                    return new JsonValue(member.getValue());
                }
            }
        }
        return NULL;
    }

    /**
     * Returns the members of this object, for a reader that knows them all.
     *
     * @throws MalformedJsonException if this is no object
     */
    public JsonMembers members() throws MalformedJsonException {
        if (value instanceof Map<?, ?> members) {
            return new TreeMembers(members);
        }
        throw new MalformedJsonException("no object");
    }

    /** Returns the elements of this array; none for any other value. */
    public List<JsonValue> items() {
        List<JsonValue> items = new ArrayList<>();
        if (value instanceof List<?> elements) {
            for (Object element : elements) {
                items.add(new JsonValue(element));
            }
        }
        return Collections.unmodifiableList(items);
    }

    /** Returns the text of this string, number or boolean; empty for any other value. */
    public Optional<String> text() {
        if (value instanceof String text) {
            return Optional.of(text);
        }
        if (value instanceof JsonNumber number) {
            return Optional.of(number.text());
        }
        return value instanceof Boolean ? Optional.of(value.toString()) : Optional.empty();
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

    /** Returns it as JSON. */
    @Override
    public String toString() {
        return Json.writeWithNulls(value);
    }
}
