package dev.attest.internal.config;

import dev.attest.internal.config.setting.Key;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with the settings, each message once, in the order in which it was found. */
final class Warnings {

    private final Set<String> messages = new LinkedHashSet<>();
    private final Set<SettingProblem> problems = new LinkedHashSet<>();

    void add(String message) {
        messages.add(message);
    }

    /** Adds a warning about a setting that has no effect; the key is null if there is no such setting. */
    void addProblem(@Nullable Key<?> key, String message) {
        messages.add(message);
        problems.add(new SettingProblem(key, message));
    }

    List<String> toList() {
        return List.copyOf(messages);
    }

    List<SettingProblem> problems() {
        return List.copyOf(problems);
    }
}
