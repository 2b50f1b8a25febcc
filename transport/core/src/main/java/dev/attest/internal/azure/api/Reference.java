package dev.attest.internal.azure.api;

import dev.attest.internal.json.JsonText;
import org.jspecify.annotations.Nullable;

/** A reference by id: {@code {"id":"42"}}. The service expects a number as text. */
public record Reference(String id) {

    /** Adds the reference as a member, unless it is null. */
    public static void write(JsonText out, String name, @Nullable Reference reference) {
        if (reference != null) {
            out.object(name).member("id", reference.id()).endObject();
        }
    }

    /** Adds references as a member that is an array. */
    public static void write(JsonText out, String name, Iterable<Reference> references) {
        out.array(name);
        for (Reference reference : references) {
            out.object().member("id", reference.id()).endObject();
        }
        out.endArray();
    }

    public static Reference to(int id) {
        return new Reference(String.valueOf(id));
    }
}
