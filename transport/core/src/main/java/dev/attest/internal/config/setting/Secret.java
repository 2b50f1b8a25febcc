package dev.attest.internal.config.setting;

/** A text that only {@link #reveal()} shows. Its {@code toString} shows nothing of it. */
public record Secret(String value) {

    /** Returns the text itself, for requests only. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
