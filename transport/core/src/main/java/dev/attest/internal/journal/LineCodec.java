package dev.attest.internal.journal;

import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Converts the records of a sealed interface to lines and back. The key of the JSON is the simple name of the class.
 */
final class LineCodec<T> {

    private final Map<String, Class<? extends T>> classes = new HashMap<>();

    LineCodec(Class<T> sealed) {
        addKinds(sealed);
    }

    private void addKinds(Class<? extends T> sealed) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            Class<? extends T> kind = permitted.asSubclass(sealed);
            if (kind.isSealed()) {
                addKinds(kind);
            } else {
                classes.put(kind.getSimpleName(), kind);
            }
        }
    }

    /** Returns the line, with its line feed. */
    byte[] encode(T value) {
        return Frame.of(value.getClass().getSimpleName(), Json.write(value));
    }

    /** Returns the value of an undamaged line. Throws if the line lacks a field, or is of a kind of a newer version. */
    T decode(String json) throws IOException {
        JsonValue line = Json.read(json);
        Set<String> names = line.names();
        String name = names.size() == 1 ? names.iterator().next() : "";
        Class<? extends T> kind = classes.get(name);
        if (kind == null) {
            throw new IOException("unknown kind '" + name + "', written by a newer version of Attest");
        }
        return line.get(name).as(kind);
    }
}
