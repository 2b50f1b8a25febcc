package dev.attest.config;

/**
 * Text that must not leave the process but by {@link #reveal()}. Its {@code toString} shows nothing of it.
 *
 * @param value the text
 */
public record Secret(String value) {

    /** Returns the text itself: for the wire, and for nothing else. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
