package dev.attest.internal.config;

import dev.attest.internal.config.setting.Key;

/**
 * The value that a setting has, and where it comes from.
 *
 * @param value the value in effect, masked if it is secret; empty if the setting has no value
 * @param origin where the value comes from, such as {@code environment ATTEST_AZURE_URL}, {@code default} or {@code not
 *     set}
 * @param changed whether a source sets a value that differs from the default, or that is not usable
 */
public record SettingValue(Key<?> key, String value, String origin, boolean changed) {}
