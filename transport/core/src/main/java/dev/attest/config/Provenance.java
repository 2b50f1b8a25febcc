package dev.attest.config;

/**
 * The value that a setting has, and why.
 *
 * @param key the setting
 * @param value what is in effect, masked when secret; empty where the setting has no value
 * @param origin where the value comes from, such as {@code environment ATTEST_AZURE_URL}, {@code default} or {@code not set}
 */
public record Provenance(Key key, String value, String origin) {}
