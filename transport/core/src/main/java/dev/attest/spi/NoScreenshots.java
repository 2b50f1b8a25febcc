package dev.attest.spi;

/** Takes no screenshots. Used while no destination is configured. */
enum NoScreenshots implements Screenshots {
    INSTANCE;

    @Override
    public void failed(String key, TestContext test) {}

    @Override
    public void ended(String key, TestContext test) {}

    @Override
    public void watch(Object driver) {}
}
