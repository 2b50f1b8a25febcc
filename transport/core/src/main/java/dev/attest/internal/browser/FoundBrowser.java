package dev.attest.internal.browser;

/**
 * A browser of a test.
 *
 * @param where the place it was found in, such as {@code CartTest.driver}
 */
record FoundBrowser(Browser browser, String where) {}
