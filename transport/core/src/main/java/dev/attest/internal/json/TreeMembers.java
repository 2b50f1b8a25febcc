package dev.attest.internal.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Members of a tree that was read. */
final class TreeMembers extends JsonMembers {

    /** As {@link JsonTree} reads it. */
    private final Map<?, ?> object;

    TreeMembers(Map<?, ?> object) {
        this.object = object;
    }

    @Override
    public @Nullable String optionalText(String name) throws MalformedJsonException {
        Object value = object.get(name);
        return value == null ? null : text(name, value);
    }

    @Override
    public long longNumber(String name) throws MalformedJsonException {
        Object value = object.get(name);
        return value == null ? 0 : whole(name, value);
    }

    @Override
    public boolean flag(String name) throws MalformedJsonException {
        Object value = object.get(name);
        return value != null && Boolean.parseBoolean(text(name, value));
    }

    @Override
    public Instant instant(String name) throws MalformedJsonException {
        Object value = required(name, object.get(name));
        try {
            return value instanceof JsonNumber number
                    ? instantOf(number.wholeNumber())
                    : Instant.parse(text(name, value));
        } catch (DateTimeException | NumberFormatException e) {
            throw new MalformedJsonException("'" + name + "' is no time: " + value, e);
        }
    }

    @Override
    public Duration duration(String name) throws MalformedJsonException {
        Object value = required(name, object.get(name));
        try {
            return value instanceof JsonNumber number
                    ? Duration.ofNanos(number.wholeNumber())
                    : Duration.parse(text(name, value));
        } catch (DateTimeException | NumberFormatException e) {
            throw new MalformedJsonException("'" + name + "' is no duration: " + value, e);
        }
    }

    @Override
    public List<String> texts(String name) throws MalformedJsonException {
        List<String> texts = new ArrayList<>();
        for (Object element : array(name)) {
            texts.add(text(name, element));
        }
        return texts;
    }

    @Override
    public List<String> requiredTexts(String name) throws MalformedJsonException {
        required(name, object.get(name));
        return texts(name);
    }

    @Override
    public List<Integer> numbers(String name) throws MalformedJsonException {
        List<Integer> numbers = new ArrayList<>();
        for (Object element : array(name)) {
            long number = whole(name, element);
            if (number != (int) number) {
                throw new MalformedJsonException("'" + name + "' has a number that is too large: " + number);
            }
            numbers.add((int) number);
        }
        return numbers;
    }

    @Override
    public @Nullable JsonMembers optionalObject(String name) throws MalformedJsonException {
        Object value = object.get(name);
        return value == null ? null : of(name, value);
    }

    @Override
    public <T> List<T> objects(String name, Element<T> element) throws MalformedJsonException {
        required(name, object.get(name));
        List<T> objects = new ArrayList<>();
        for (Object each : array(name)) {
            objects.add(element.read(of(name, each)));
        }
        return objects;
    }

    private static JsonMembers of(String name, @Nullable Object value) throws MalformedJsonException {
        if (value instanceof Map<?, ?> members) {
            return new TreeMembers(members);
        }
        throw new MalformedJsonException("'" + name + "' is no object");
    }

    private List<?> array(String name) throws MalformedJsonException {
        Object value = object.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> array) {
            return array;
        }
        throw new MalformedJsonException("'" + name + "' is no array");
    }

    private static long whole(String name, @Nullable Object value) throws MalformedJsonException {
        String text = text(name, value);
        try {
            return new JsonNumber(text).wholeNumber();
        } catch (NumberFormatException e) {
            throw new MalformedJsonException("'" + name + "' is no whole number: " + text, e);
        }
    }

    private static String text(String name, @Nullable Object value) throws MalformedJsonException {
        Optional<String> text = new JsonValue(value).text();
        if (text.isEmpty()) {
            throw new MalformedJsonException("'" + name + "' is no text, number or boolean");
        }
        return text.get();
    }
}
