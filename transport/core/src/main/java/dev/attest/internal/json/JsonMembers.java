package dev.attest.internal.json;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object that Attest has written, as {@link JsonText} writes them. They are read in the order in
 * which they were written, each at most once, and an object within before the member behind it: so most need no tree,
 * see {@link OrderedMembers}. A member of another type than the one that is asked for makes the object malformed. A
 * member that is null counts as missing.
 */
public abstract class JsonMembers {

    private static final long SECOND = 1_000_000_000;

    JsonMembers() {}

    /** Reads one object of an array. */
    public interface Element<T> {
        T read(JsonMembers members) throws MalformedJsonException;
    }

    /** Returns a text, or null if the member is missing. */
    public abstract @Nullable String optionalText(String name) throws MalformedJsonException;

    /** Returns a whole number; 0 if the member is missing. */
    public abstract long longNumber(String name) throws MalformedJsonException;

    /** Returns false if the member is missing. */
    public abstract boolean flag(String name) throws MalformedJsonException;

    /** Returns a time, in nanoseconds since 1970 or in ISO-8601. */
    public abstract Instant instant(String name) throws MalformedJsonException;

    /** Returns a duration, in nanoseconds or in ISO-8601. */
    public abstract Duration duration(String name) throws MalformedJsonException;

    /** Returns the texts of an array; none if the member is missing. */
    public abstract List<String> texts(String name) throws MalformedJsonException;

    /**
     * Returns the texts of an array.
     *
     * @throws MalformedJsonException if the member is missing
     */
    public abstract List<String> requiredTexts(String name) throws MalformedJsonException;

    /** Returns the whole numbers of an array; none if the member is missing. */
    public abstract List<Integer> numbers(String name) throws MalformedJsonException;

    /** Returns an object, or null if the member is missing. */
    public abstract @Nullable JsonMembers optionalObject(String name) throws MalformedJsonException;

    /**
     * Returns the objects of an array.
     *
     * @throws MalformedJsonException if the member is missing
     */
    public abstract <T> List<T> objects(String name, Element<T> element) throws MalformedJsonException;

    /**
     * Returns a text.
     *
     * @throws MalformedJsonException if the member is missing
     */
    public final String text(String name) throws MalformedJsonException {
        return required(name, optionalText(name));
    }

    /** Returns a whole number; 0 if the member is missing. */
    public final int number(String name) throws MalformedJsonException {
        long number = longNumber(name);
        if (number != (int) number) {
            throw new MalformedJsonException("'" + name + "' is too large: " + number);
        }
        return (int) number;
    }

    /** Returns the constant of an enum, by its name. */
    public final <E extends Enum<E>> E constant(String name, Class<E> type) throws MalformedJsonException {
        String constant = text(name);
        try {
            return Enum.valueOf(type, constant);
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("'" + name + "' is unknown: " + constant, e);
        }
    }

    /**
     * Returns an object.
     *
     * @throws MalformedJsonException if the member is missing
     */
    public final JsonMembers object(String name) throws MalformedJsonException {
        return required(name, optionalObject(name));
    }

    static <T> T required(String name, @Nullable T value) throws MalformedJsonException {
        if (value == null) {
            throw new MalformedJsonException("'" + name + "' is missing");
        }
        return value;
    }

    static Instant instantOf(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
