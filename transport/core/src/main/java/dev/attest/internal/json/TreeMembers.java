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

/** Members that Gson has parsed. */
final class TreeMembers extends JsonMembers {

    private final JsonObject object;

    TreeMembers(JsonObject object) {
        this.object = object;
    }

    @Override
    public @Nullable String optionalText(String name) throws MalformedJsonException {
        JsonElement value = value(name);
        return value == null ? null : primitive(name, value).getAsString();
    }

    @Override
    public long longNumber(String name) throws MalformedJsonException {
        JsonElement value = value(name);
        try {
            return value == null ? 0 : primitive(name, value).getAsLong();
        } catch (NumberFormatException e) {
            throw new MalformedJsonException("'" + name + "' is no whole number: " + value, e);
        }
    }

    @Override
    public boolean flag(String name) throws MalformedJsonException {
        JsonElement value = value(name);
        return value != null && primitive(name, value).getAsBoolean();
    }

    @Override
    public Instant instant(String name) throws MalformedJsonException {
        JsonPrimitive value = primitive(name, required(name, value(name)));
        try {
            return value.isNumber() ? instantOf(value.getAsLong()) : Instant.parse(value.getAsString());
        } catch (DateTimeException | NumberFormatException e) {
            throw new MalformedJsonException("'" + name + "' is no time: " + value, e);
        }
    }

    @Override
    public Duration duration(String name) throws MalformedJsonException {
        JsonPrimitive value = primitive(name, required(name, value(name)));
        try {
            return value.isNumber() ? Duration.ofNanos(value.getAsLong()) : Duration.parse(value.getAsString());
        } catch (DateTimeException | NumberFormatException e) {
            throw new MalformedJsonException("'" + name + "' is no duration: " + value, e);
        }
    }

    @Override
    public List<String> texts(String name) throws MalformedJsonException {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array(name)) {
            texts.add(primitive(name, element).getAsString());
        }
        return texts;
    }

    @Override
    public List<String> requiredTexts(String name) throws MalformedJsonException {
        required(name, value(name));
        return texts(name);
    }

    @Override
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

    @Override
    public @Nullable JsonMembers optionalObject(String name) throws MalformedJsonException {
        JsonElement value = value(name);
        return value == null ? null : of(name, value);
    }

    @Override
    public <T> List<T> objects(String name, Element<T> element) throws MalformedJsonException {
        required(name, value(name));
        List<T> objects = new ArrayList<>();
        for (JsonElement each : array(name)) {
            objects.add(element.read(of(name, each)));
        }
        return objects;
    }

    private static JsonMembers of(String name, JsonElement value) throws MalformedJsonException {
        if (value instanceof JsonObject members) {
            return new TreeMembers(members);
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
}
