package dev.attest.azure;

/**
 * Something else, by its id: {@code {"id":"42"}}.
 *
 * @param id a number, which travels as text
 */
record Reference(String id) {

    static Reference to(int id) {
        return new Reference(String.valueOf(id));
    }
}
