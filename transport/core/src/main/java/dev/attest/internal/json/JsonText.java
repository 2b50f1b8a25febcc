package dev.attest.internal.json;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON text, one member after the other. It uses no reflection, and escapes as {@link Json} does. Whether the
 * members fit together is up to the caller. {@link JsonMembers} reads what it writes. Not thread-safe.
 *
 * <pre>{@code
 * new JsonText().object().member("row", 1).array("tags").element("slow").endArray().endObject()
 * }</pre>
 */
public final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private static final long SECOND = 1_000_000_000;

    /** In seconds: what fits into nanoseconds. */
    private static final long LONGEST = Long.MAX_VALUE / SECOND;

    private final StringBuilder text;

    /** Whether the next member or element is the first one of its object or array. */
    private boolean first = true;

    public JsonText() {
        this(new StringBuilder(256));
    }

    /** Appends to a text, whose content stays as it is. */
    public JsonText(StringBuilder text) {
        this.text = text;
    }

    /** Begins an object that is an element or the whole value. */
    public JsonText object() {
        separate();
        return begin('{');
    }

    /** Begins a member that is an object. */
    public JsonText object(String name) {
        name(name);
        return begin('{');
    }

    public JsonText endObject() {
        return end('}');
    }

    /** Begins an array that is an element or the whole value. */
    public JsonText array() {
        separate();
        return begin('[');
    }

    /** Begins a member that is an array. */
    public JsonText array(String name) {
        name(name);
        return begin('[');
    }

    public JsonText endArray() {
        return end(']');
    }

    /** Adds a member that is a string. */
    public JsonText member(String name, String value) {
        name(name);
        string(value);
        return this;
    }

    /** Adds a member that is a string, unless it is null. */
    public JsonText optional(String name, @Nullable String value) {
        return value == null ? this : member(name, value);
    }

    /** Adds a member that is a string or null. */
    public JsonText nullable(String name, @Nullable String value) {
        if (value != null) {
            return member(name, value);
        }
        name(name);
        text.append("null");
        return this;
    }

    /** Adds a member that is a whole number. */
    public JsonText member(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    public JsonText member(String name, boolean value) {
        name(name);
        text.append(value);
        return this;
    }

    /** Adds a time: in nanoseconds since 1970, outside of the years 1678 to 2262 in ISO-8601. */
    public JsonText member(String name, Instant time) {
        long seconds = time.getEpochSecond();
        return seconds > -LONGEST && seconds < LONGEST
                ? member(name, seconds * SECOND + time.getNano())
                : member(name, time.toString());
    }

    /** Adds a duration: in nanoseconds, from 292 years on in ISO-8601. */
    public JsonText member(String name, Duration duration) {
        long seconds = duration.getSeconds();
        return seconds > -LONGEST && seconds < LONGEST
                ? member(name, seconds * SECOND + duration.getNano())
                : member(name, duration.toString());
    }

    /** Adds a string to an array. */
    public JsonText element(String value) {
        separate();
        string(value);
        return this;
    }

    /** Adds a whole number to an array. */
    public JsonText element(long value) {
        separate();
        text.append(value);
        return this;
    }

    /** Returns the text so far. */
    @Override
    public String toString() {
        return text.toString();
    }

    private JsonText begin(char bracket) {
        text.append(bracket);
        first = true;
        return this;
    }

    private JsonText end(char bracket) {
        text.append(bracket);
        first = false;
        return this;
    }

    private void name(String name) {
        separate();
        string(name);
        text.append(':');
    }

    private void separate() {
        if (!first) {
            text.append(',');
        }
        first = false;
    }

    private void string(String value) {
        text.append('"');
        int length = value.length();
        int done = 0;
        for (int at = 0; at < length; at++) {
            char c = value.charAt(at);
            if (c < ' ' || c == '"' || c == '\\' || c == '\u2028' || c == '\u2029') {
                text.append(value, done, at);
                escape(c);
                done = at + 1;
            }
        }
        text.append(value, done, length).append('"');
    }

    private void escape(char c) {
        text.append('\\');
        switch (c) {
            case '"', '\\' -> text.append(c);
            case '\n' -> text.append('n');
            case '\r' -> text.append('r');
            case '\t' -> text.append('t');
            case '\b' -> text.append('b');
            case '\f' -> text.append('f');
            default ->
                text.append('u')
                        .append(HEX.charAt(c >> 12))
                        .append(HEX.charAt((c >> 8) & 15))
                        .append(HEX.charAt((c >> 4) & 15))
                        .append(HEX.charAt(c & 15));
        }
    }
}
