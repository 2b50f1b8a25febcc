package dev.attest.internal.browser;

/**
 * A browser of a test.
 *
 * @param where it was found, such as {@code CartTest.driver}
 */
record FoundBrowser(Browser browser, String where) {}
