package dev.attest.internal.config.setting;

import java.util.List;

/**
 * How the text of a setting becomes a value. It is no function: each would be a class, which costs every start of a JVM
 * that uses a few of the settings. Compared by identity.
 *
 * @param <T> type of its values
 */
final class ValueType<T> {

    private final String accepted;
    private final ValueForm form;
    private final List<?> details;

    /**
     * @param accepted which texts are accepted; it completes "expected" and never quotes the text
     * @param form how the text is read, which yields a value of the type {@code T}
     * @param details what the form needs, as it says
     */
    ValueType(String accepted, ValueForm form, Object... details) {
        this.accepted = accepted;
        this.form = form;
        this.details = List.of(details);
    }

    String accepted() {
        return accepted;
    }

    /** Returns the value; an IllegalArgumentException says what is expected instead. */
    @SuppressWarnings("unchecked") // who declares the type chooses the form for it
    T parse(String text) {
        Object value = form.read(text, details);
        if (value == null) {
            throw new IllegalArgumentException(accepted);
        }
        return (T) value;
    }
}
