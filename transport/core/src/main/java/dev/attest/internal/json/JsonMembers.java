package dev.attest.internal.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object that Attest has written, as {@link JsonText} writes them. A member of another type than
 * the one that is asked for makes the object malformed. A member that is null counts as missing.
 */
public final class JsonMembers {

    private static final long SECOND = 1_000_000_000;

    private final JsonObject object;

    JsonMembers(JsonObject object) {
        this.object = object;
    }

    /**
     * Returns a text.
     *
     * @throws MalformedJsonException if the member is missing
     */
    public String text(String name) throws MalformedJsonException {
        return required(name, optionalText(name));
    }

    /** Returns a text, or null if the member is missing. */
    public @Nullable String optionalText(String name) throws MalformedJsonException {
        JsonElement value = value(name);
        return value == null ? null : primitive(name, value).getAsString();
    }

    /** Returns a whole number; 0 if the member is missing. */
    public int number(String name) throws MalformedJsonException {
        long number = longNumber(name);
        if (number != (int) number) {
            throw new MalformedJsonException("'" + name + "' is too large: " + number);
        }
        return (int) number;
    }

    /** Returns a whole number; 0 if the member is missing. */
    public long longNumber(String name) throws MalformedJsonException {
        JsonElement value = value(name);
        try {
            return value == null ? 0 : primitive(name, value).getAsLong();
        } catch (NumberFormatException e) {
            throw new MalformedJsonException("'" + name + "' is no whole number: " + value, e);
        }
    }

    /** Returns false if the member is missing. */
    public boolean flag(String name) throws MalformedJsonException {
        JsonElement value = value(name);
        return value != null && primitive(name, value).getAsBoolean();
    }

    /** Returns the constant of an enum, by its name. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) throws MalformedJsonException {
        try {
            return Enum.valueOf(type, text(name));
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("'" + name + "' is unknown: " + text(name), e);
        }
    }

    /** Returns a time, in nanoseconds since 1970 or in ISO-8601. */
    public Instant instant(String name) throws MalformedJsonException {
        JsonPrimitive value = primitive(name, required(name, value(name)));
        try {
            return value.isNumber()
                    ? Instant.ofEpochSecond(
                            Math.floorDiv(value.getAsLong(), SECOND), Math.floorMod(value.getAsLong(), SECOND))
                    : Instant.parse(value.getAsString());
        } catch (DateTimeException | NumberFormatException e) {
            throw new MalformedJsonException("'" + name + "' is no time: " + value, e);
        }
    }

    /** Returns a duration, in nanoseconds or in ISO-8601. */
    public Duration duration(String name) throws MalformedJsonException {
        JsonPrimitive value = primitive(name, required(name, value(name)));
        try {
            return value.isNumber() ? Duration.ofNanos(value.getAsLong()) : Duration.parse(value.getAsString());
        } catch (DateTimeException | NumberFormatException e) {
            throw new MalformedJsonException("'" + name + "' is no duration: " + value, e);
        }
    }

    /** Returns the texts of an array; none if the member is missing. */
    public List<String> texts(String name) throws MalformedJsonException {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array(name)) {
            texts.add(primitive(name, element).getAsString());
        }
        return texts;
    }

    /**
     * Returns the texts of an array.
     *
     * @throws MalformedJsonException if the member is missing
     */
    public List<String> requiredTexts(String name) throws MalformedJsonException {
        required(name, value(name));
        return texts(name);
    }

    /** Returns the whole numbers of an array; none if the member is missing. */
    public List<Integer> numbers(String name) throws MalformedJsonException {
        List<Integer> numbers = new ArrayList<>();
        try {
            for (JsonElement element : array(name)) {
                numbers.add(primitive(name, element).getAsInt());
            }
        } catch (NumberFormatException e) {
            throw new MalformedJsonException("'" + name + "' has what is no whole number", e);
        }
        return numbers;
    }

    /**
     * Returns an object.
     *
     * @throws MalformedJsonException if the member is missing
     */
    public JsonMembers object(String name) throws MalformedJsonException {
        return required(name, optionalObject(name));
    }

    /** Returns an object, or null if the member is missing. */
    public @Nullable JsonMembers optionalObject(String name) throws MalformedJsonException {
        JsonElement value = value(name);
        return value == null ? null : of(name, value);
    }

    /** Returns the objects of an array. */
    public List<JsonMembers> objects(String name) throws MalformedJsonException {
        required(name, value(name));
        List<JsonMembers> objects = new ArrayList<>();
        for (JsonElement element : array(name)) {
            objects.add(of(name, element));
        }
        return objects;
    }

    private static JsonMembers of(String name, JsonElement value) throws MalformedJsonException {
        if (value instanceof JsonObject members) {
            return new JsonMembers(members);
        }
        throw new MalformedJsonException("'" + name + "' is no object");
    }

    private JsonArray array(String name) throws MalformedJsonException {
        JsonElement value = value(name);
        if (value == null) {
            return new JsonArray();
        }
        if (value instanceof JsonArray array) {
            return array;
        }
        throw new MalformedJsonException("'" + name + "' is no array");
    }

    private @Nullable JsonElement value(String name) {
        JsonElement value = object.get(name);
        return value == null || value.isJsonNull() ? null : value;
    }

    private static JsonPrimitive primitive(String name, JsonElement value) throws MalformedJsonException {
        if (value instanceof JsonPrimitive primitive) {
            return primitive;
        }
        throw new MalformedJsonException("'" + name + "' is no text, number or boolean");
    }

    private static <T> T required(String name, @Nullable T value) throws MalformedJsonException {
        if (value == null) {
            throw new MalformedJsonException("'" + name + "' is missing");
        }
        return value;
    }
}
