package dev.attest.spi;

/**
 * Takes pictures of the browsers that a test drives, while they still show what it saw. No method ever throws, starts a
 * browser, or touches one from another thread: call on the thread that ran the test, before its tear-down. Thread-safe.
 */
public interface Screenshots {

    /** Returns those that take none. */
    static Screenshots none() {
        return NoScreenshots.INSTANCE;
    }

    /** Takes them of a test, known by its key, that has just failed, if they are wanted. */
    void failed(String key, TestContext scene);

    /** Takes them of a test that has ended and did not fail, if they are wanted. */
    void ended(String key, TestContext scene);

    /** Makes a driver known to the calling thread, for the test that it works for, and holds it weakly. */
    void watch(Object driver);
}
