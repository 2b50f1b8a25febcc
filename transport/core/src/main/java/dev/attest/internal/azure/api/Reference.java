package dev.attest.internal.azure.api;

/**
 * Something else, by its id: {@code {"id":"42"}}.
 *
 * @param id a number, which travels as text
 */
public record Reference(String id) {

    public static Reference to(int id) {
        return new Reference(String.valueOf(id));
    }
}
