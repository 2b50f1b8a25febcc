package dev.attest.spi;

/** Takes none: what a framework asks when no destination is set. */
final class NoScreenshots implements Screenshots {

    static final Screenshots INSTANCE = new NoScreenshots();

    private NoScreenshots() {}

    @Override
    public void failed(String key, TestContext scene) {}

    @Override
    public void ended(String key, TestContext scene) {}

    @Override
    public void watch(Object driver) {}
}
