package dev.attest;

/** Takes none: what a framework asks when no destination is set. */
final class NoScreenshots implements Screenshots {

    static final Screenshots INSTANCE = new NoScreenshots();

    private NoScreenshots() {}

    @Override
    public void failed(String key, Scene scene) {}

    @Override
    public void ended(String key, Scene scene) {}

    @Override
    public void watch(Object driver) {}
}
