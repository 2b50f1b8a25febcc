package dev.attest.internal.json;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON text, one member after the other. It uses no reflection, and escapes as {@link Json} does. Whether the
 * members fit together is up to the caller. Names of members are ASCII, with nothing to escape. {@link JsonMembers}
 * reads what it writes. Not thread-safe.
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

    /** How many characters of a string are looked at together. */
    private static final int PIECE = 8192;

    private byte[] bytes;
    private int size;

    /** Whether the next member or element is the first one of its object or array. */
    private boolean first = true;

    public JsonText() {
        this(512);
    }

    /** @param capacity expected length in bytes */
    public JsonText(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** Returns a text that begins behind some bytes, which are 0. */
    public static JsonText behind(int room) {
        JsonText text = new JsonText();
        text.size = room;
        return text;
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

    /**
     * Adds a member that is a string, whose beginning was {@linkplain #encoded encoded} before.
     *
     * @param from where the rest of the value begins
     */
    public JsonText member(String name, byte[] beginning, String value, int from) {
        name(name);
        add('"');
        copy(beginning);
        characters(value, from);
        add('"');
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
        literal("null");
        return this;
    }

    /** Adds a member that is a whole number. */
    public JsonText member(String name, long value) {
        name(name);
        number(value);
        return this;
    }

    /** Writes a whole number as a member whose name may be any text. */
    public JsonText entry(String name, long value) {
        separate();
        string(name);
        add(':');
        number(value);
        return this;
    }

    public JsonText member(String name, boolean value) {
        name(name);
        literal(value ? "true" : "false");
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
        number(value);
        return this;
    }

    /** Adds members that another text has, at least one. */
    public JsonText members(byte[] written) {
        separate();
        copy(written);
        return this;
    }

    /** Returns a string as it is within a text, without its quotation marks. */
    public static byte[] encoded(String value) {
        JsonText text = new JsonText();
        text.characters(value, 0);
        return text.bytes();
    }

    private void copy(byte[] written) {
        ensureRoom(written.length);
        System.arraycopy(written, 0, bytes, size, written.length);
        size += written.length;
    }

    /** Returns the length so far, in bytes. */
    public int length() {
        return size;
    }

    /** Returns the text from a place on, in UTF-8. */
    public byte[] bytes(int from) {
        return Arrays.copyOfRange(bytes, from, size);
    }

    /** Returns the text so far, in UTF-8. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Returns the text so far. */
    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    private JsonText begin(char bracket) {
        add(bracket);
        first = true;
        return this;
    }

    private JsonText end(char bracket) {
        add(bracket);
        first = false;
        return this;
    }

    private void name(String name) {
        separate();
        add('"');
        literal(name);
        add('"');
        add(':');
    }

    private void separate() {
        if (!first) {
            add(',');
        }
        first = false;
    }

    private void string(String value) {
        add('"');
        characters(value, 0);
        add('"');
    }

    private void characters(String value, int from) {
        int length = value.length();
        ensureRoom(length - from);
        for (int at = from; at < length; ) {
            at = piece(value, at, Math.min(length, at + PIECE));
        }
    }

    /**
     * Adds the characters up to an end, or one more if two make a pair there. Looks for those that are not added as
     * they are in an array: before it is compiled, to call a method for each takes most of the time.
     */
    private int piece(String value, int from, int end) {
        byte[] latin = value.substring(from, end).getBytes(StandardCharsets.ISO_8859_1);
        int at = from;
        if (latin.length != end - from) {
            // One question mark stands for a pair, so the places differ.
            while (at < end) {
                at = character(value, at);
            }
            return at;
        }
        while (at < end) {
            int plain = at - from;
            int to = plain;
            while (to < latin.length) {
                byte c = latin[to];
                // A question mark may stand for any character that is not in that set.
                if (c < ' ' || c == '"' || c == '\\' || c == '?') {
                    break;
                }
                to++;
            }
            ensureRoom(to - plain);
            System.arraycopy(latin, plain, bytes, size, to - plain);
            size += to - plain;
            at = from + to;
            if (at < end) {
                at = character(value, at);
            }
        }
        return at;
    }

    /** Adds one character, or a pair; returns the index after it. */
    private int character(String value, int at) {
        char c = value.charAt(at);
        if (Character.isHighSurrogate(c) && at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))) {
            encode(Character.toCodePoint(c, value.charAt(at + 1)));
            return at + 2;
        }
        if (c < ' ' || c == '"' || c == '\\' || c == '\u2028' || c == '\u2029') {
            escape(c);
        } else {
            encode(Character.isSurrogate(c) ? '?' : c);
        }
        return at + 1;
    }

    private void escape(char c) {
        add('\\');
        switch (c) {
            case '"', '\\' -> add(c);
            case '\n' -> add('n');
            case '\r' -> add('r');
            case '\t' -> add('t');
            case '\b' -> add('b');
            case '\f' -> add('f');
            default -> {
                add('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    add(HEX.charAt((c >> shift) & 15));
                }
            }
        }
    }

    /** Adds a character in UTF-8. */
    private void encode(int codePoint) {
        if (codePoint < 0x80) {
            add(codePoint);
        } else if (codePoint < 0x800) {
            add(0xc0 | codePoint >> 6);
            addTrailing(codePoint);
        } else if (codePoint < 0x10000) {
            add(0xe0 | codePoint >> 12);
            addTrailing(codePoint >> 6);
            addTrailing(codePoint);
        } else {
            add(0xf0 | codePoint >> 18);
            addTrailing(codePoint >> 12);
            addTrailing(codePoint >> 6);
            addTrailing(codePoint);
        }
    }

    private void addTrailing(int bits) {
        add(0x80 | (bits & 0x3f));
    }

    private void number(long value) {
        literal(Long.toString(value));
    }

    /** Without a loop of its own, which the JVM would compile. */
    @SuppressWarnings("deprecation") // it drops the upper half of each character, which is 0 in ASCII
    private void literal(String ascii) {
        int length = ascii.length();
        ensureRoom(length);
        ascii.getBytes(0, length, bytes, size);
        size += length;
    }

    private void add(int value) {
        if (size == bytes.length) {
            ensureRoom(1);
        }
        bytes[size++] = (byte) value;
    }

    private void ensureRoom(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
