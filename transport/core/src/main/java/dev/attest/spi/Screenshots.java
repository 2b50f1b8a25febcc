package dev.attest.spi;

/**
 * Takes screenshots of the browsers of a test while they still show its state. No method throws, starts a browser, or
 * uses a browser from another thread. Call on the thread that ran the test, before its tear-down. Thread-safe.
 */
public interface Screenshots {

    /** Returns an instance that takes no screenshots. */
    static Screenshots none() {
        return DisabledReporting.INSTANCE;
    }

    /**
     * Returns whether a test of this class may have a browser. If not, adapters may save the other calls.
     *
     * @param testClass the class whose loader would load the library of the browser
     */
    default boolean arePossible(Class<?> testClass) {
        return true;
    }

    /** Takes screenshots of a test that has just failed, if the settings ask for them. */
    void failed(String key, TestContext test);

    /** Takes screenshots of a test that has ended without a failure, if the settings ask for them. */
    void ended(String key, TestContext test);

    /** Registers a driver for the test of the calling thread. The driver is held weakly. */
    void watch(Object driver);
}
