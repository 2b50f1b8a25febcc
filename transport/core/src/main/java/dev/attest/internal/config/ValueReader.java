package dev.attest.internal.config;

import dev.attest.internal.config.setting.DisplayText;
import dev.attest.internal.config.setting.Key;
import dev.attest.internal.config.setting.Keys;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Converts the text of each setting, or warns that it is not usable, and remembers where each value comes from. */
final class ValueReader {

    private static final String NOT_SET = "not set";
    private static final String RESULTS_WAIT = "Until it is, results wait on disk.";

    private final List<SourceValues> sources;
    private final Path workingDirectory;
    private final Warnings warnings;
    private final Map<Key<?>, SettingValue> values = new HashMap<>();
    private final Set<Key<?>> refused = new HashSet<>();

    /** @param sources the strongest first */
    ValueReader(List<SourceValues> sources, Path workingDirectory, Warnings warnings) {
        this.sources = sources;
        this.workingDirectory = workingDirectory;
        this.warnings = warnings;
    }

    /** Returns the value, or the declared default if it is absent or not usable. */
    <T> T get(Key<T> key) {
        return get(key, key.defaultValue(), "default");
    }

    /** Returns the value, or a default that depends on the surroundings. */
    <T> T get(Key<T> key, T computed, String origin) {
        return get(key, key::parse, computed, DisplayText.of(computed), origin);
    }

    /** Returns the value that {@code read} makes of the path, or a default. */
    <R> R get(Key<Path> key, Function<Path, R> read, R computed) {
        return get(key, text -> read.apply(resolve(key.parse(text))), computed, DisplayText.of(computed), "default");
    }

    /** Returns the value, or {@code absent} if it is absent or not usable. It then counts as not set. */
    <T> T orElse(Key<T> key, T absent) {
        return get(key, key::parse, absent, "", NOT_SET);
    }

    /** Returns the value; null if it is absent or not usable. */
    <T> @Nullable T find(Key<T> key) {
        return find(key, key::parse, RESULTS_WAIT);
    }

    /** Returns the value; null if it is absent, {@code substitute} if it is not usable. */
    <T> @Nullable T findOr(T substitute, Key<T> key, String consequence) {
        T value = find(key, key::parse, consequence);
        return isRefused(key) ? substitute : value;
    }

    /** Returns the content of the file that a setting names; null if it is absent or not usable. */
    <R> @Nullable R read(Key<Path> key, Function<Path, R> read) {
        return find(key, text -> read.apply(resolve(key.parse(text))), RESULTS_WAIT);
    }

    /** Returns the value of a setting from the file that another setting names; null if it is not usable. */
    <R> @Nullable R read(RawValue file, Key<Path> fileKey, Key<R> key, Function<Path, R> read) {
        return convert(
                file, key, "file of " + file.origin(), text -> read.apply(resolve(fileKey.parse(text))), RESULTS_WAIT);
    }

    /** Remembers the value as it was set. */
    void remember(Key<?> key, @Nullable RawValue raw) {
        values.put(key, raw == null ? unset(key, NOT_SET) : new SettingValue(key, raw.shown(), raw.origin(), true));
    }

    void rememberUnset(Key<?> key, String why) {
        values.put(key, unset(key, NOT_SET + ", as " + why));
    }

    /** Returns the value of the strongest source that has one; null if there is none. */
    @Nullable
    RawValue raw(Key<?> key) {
        return raw(key, source -> true);
    }

    /** Returns the value of one source, even if a stronger one overrides it. */
    @Nullable
    RawValue raw(Key<?> key, SourceKind kind) {
        return raw(key, source -> source.kind() == kind);
    }

    /** Returns whether there is a value, usable or not. */
    boolean isSet(Key<?> key) {
        return raw(key) != null;
    }

    /** Returns whether a value that {@link #find} or {@link #read} looked for is not usable. */
    boolean isRefused(Key<?> key) {
        return refused.contains(key);
    }

    void warn(String message) {
        warnings.add(message);
    }

    /** Returns the values of all settings; each must have been read. */
    List<SettingValue> values() {
        return Keys.all().stream()
                .map(key -> Objects.requireNonNull(values.get(key), key.property()))
                .toList();
    }

    private @Nullable RawValue raw(Key<?> key, Predicate<SourceValues> among) {
        return sources.stream()
                .filter(among)
                .map(source -> source.find(key, warnings))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private <R> R get(Key<?> key, Function<String, R> parse, R otherwise, String shown, String origin) {
        RawValue raw = raw(key);
        if (raw == null) {
            values.put(key, new SettingValue(key, shown, origin, false));
            return otherwise;
        }
        R value = parse(raw, parse, shown.isEmpty() ? "The default applies." : shown + " applies.");
        if (value == null) {
            values.put(key, new SettingValue(key, shown, origin + ", as " + raw.origin() + " is not usable", true));
            return otherwise;
        }
        String text = DisplayText.of(value);
        values.put(key, new SettingValue(key, text, raw.origin(), !text.equals(shown)));
        return value;
    }

    private <R> @Nullable R find(Key<?> key, Function<String, R> parse, String consequence) {
        RawValue raw = raw(key);
        if (raw == null) {
            remember(key, null);
            return null;
        }
        return convert(raw, key, raw.origin(), parse, consequence);
    }

    private <R> @Nullable R convert(
            RawValue raw, Key<?> key, String origin, Function<String, R> parse, String consequence) {
        R value = parse(raw, parse, consequence);
        if (value == null) {
            refused.add(key);
            values.put(key, new SettingValue(key, "", NOT_SET + ", as " + origin + " is not usable", true));
            return null;
        }
        values.put(key, new SettingValue(key, DisplayText.of(value), origin, true));
        return value;
    }

    private <R> @Nullable R parse(RawValue raw, Function<String, R> parse, String consequence) {
        try {
            return parse.apply(raw.value());
        } catch (IllegalArgumentException e) {
            warnings.addProblem(raw.key(), raw + " is not usable: expected " + e.getMessage() + ". " + consequence);
            return null;
        }
    }

    private Path resolve(Path file) {
        return workingDirectory.resolve(file).toAbsolutePath().normalize();
    }

    private static SettingValue unset(Key<?> key, String origin) {
        return new SettingValue(key, "", origin, false);
    }
}
