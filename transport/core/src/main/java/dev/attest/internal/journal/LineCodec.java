package dev.attest.internal.journal;

import dev.attest.internal.journal.event.LineFormat;
import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.json.MalformedJsonException;
import dev.attest.internal.json.OrderedMembers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts values to lines and back. The key of the JSON is the kind of the value. Thread-safe. */
final class LineCodec<T> {

    private final LineFormat<T> format;

    /** Lines that are read soon; null if nobody reads them. */
    private volatile @Nullable FreshLines<T> fresh;

    LineCodec(LineFormat<T> format) {
        this.format = format;
    }

    /** Keeps what is encoded from now on for a while, for the one who reads it soon. */
    synchronized void remember() {
        if (fresh == null) {
            fresh = new FreshLines<>();
        }
    }

    /** Returns the line, with its line feed. */
    byte[] encode(T value) {
        JsonText text = Frame.begin().object();
        format.write(value, text);
        byte[] line = Frame.of(text.endObject());
        FreshLines<T> known = fresh;
        if (known != null) {
            known.add(line, value);
        }
        return line;
    }

    /** Returns the value of an undamaged line. Throws if the line lacks a field, or is of a kind of a newer version. */
    T decode(byte[] json) throws IOException {
        FreshLines<T> known = fresh;
        T written = known == null ? null : known.take(json);
        if (written != null) {
            return written;
        }
        written = asWritten(json);
        return written == null ? decodeTree(new String(json, StandardCharsets.UTF_8)) : written;
    }

    /** Returns null if the line is not as this version writes it. */
    private @Nullable T asWritten(byte[] json) {
        try {
            return OrderedMembers.readOnlyMember(json, format);
        } catch (RuntimeException | MalformedJsonException e) {
            return null;
        }
    }

    /** Returns the same, whatever version of Attest has written the line. */
    T decodeTree(String json) throws IOException {
        JsonValue line = Json.read(json);
        Set<String> names = line.names();
        String kind = names.size() == 1 ? names.iterator().next() : "";
        T value = kind.isEmpty() ? null : readTree(kind, line);
        if (value == null) {
            throw new IOException("unknown kind '" + kind + "', written by a newer version of Attest");
        }
        return value;
    }

    private @Nullable T readTree(String kind, JsonValue line) throws MalformedJsonException {
        try {
            return format.read(kind, line.members().object(kind));
        } catch (RuntimeException | MalformedJsonException e) {
            throw new MalformedJsonException("no " + kind + ": " + e.getMessage(), e);
        }
    }
}
