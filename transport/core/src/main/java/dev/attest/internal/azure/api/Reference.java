package dev.attest.internal.azure.api;

/** A reference by id: {@code {"id":"42"}}. The service expects a number as text. */
public record Reference(String id) {

    public static Reference to(int id) {
        return new Reference(String.valueOf(id));
    }
}
