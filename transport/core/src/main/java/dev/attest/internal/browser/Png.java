package dev.attest.internal.browser;

/** The bytes of a picture, which nobody changes. */
final class Png {

    private final byte[] bytes;

    Png(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
