package dev.attest.internal.config.setting;

import org.jspecify.annotations.Nullable;

/**
 * How the text of a setting becomes a value.
 *
 * @param accepted which texts are accepted; it completes "expected" and never quotes the text
 */
record ValueType<T>(String accepted, Reader<T> reader) {

    /**
     * Converts a text. It returns null for a text that is not accepted, or throws an IllegalArgumentException whose
     * message says more exactly what is expected.
     */
    @FunctionalInterface
    interface Reader<T> {
        @Nullable
        T read(String text);
    }

    /** Returns the value; an IllegalArgumentException says what is expected instead. */
    T parse(String text) {
        T value = reader.read(text);
        if (value == null) {
            throw new IllegalArgumentException(accepted);
        }
        return value;
    }
}
