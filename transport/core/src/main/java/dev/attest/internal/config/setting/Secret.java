package dev.attest.internal.config.setting;

/** A text that only {@link #reveal()} shows, for requests. Its {@code toString} shows nothing of it. */
public record Secret(String reveal) {

    @Override
    public String toString() {
        return "***";
    }
}
