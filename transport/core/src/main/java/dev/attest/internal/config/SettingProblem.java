package dev.attest.internal.config;

import dev.attest.internal.config.setting.Key;
import org.jspecify.annotations.Nullable;

/**
 * A setting that is set and has no effect.
 *
 * @param key the setting whose value is not usable; null if there is no setting of that name
 * @param message names the setting, where it is set and what is expected, or the nearest known name; it shows no secret
 */
public record SettingProblem(@Nullable Key<?> key, String message) {}
