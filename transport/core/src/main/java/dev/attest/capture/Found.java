package dev.attest.capture;

/**
 * A browser of a test.
 *
 * @param where the place it was found in, such as {@code CartTest.driver}
 */
record Found(Browser browser, String where) {}
