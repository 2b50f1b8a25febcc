package dev.attest.internal.config;

import dev.attest.internal.config.setting.DisplayText;
import dev.attest.internal.config.setting.Key;
import dev.attest.internal.config.setting.Keys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Converts the text of each setting, or warns that it is not usable, and remembers where each value comes from. */
final class ValueReader {

    private static final String NOT_SET = "not set";
    private static final String RESULTS_WAIT = "Until it is, results wait on disk.";

    private final List<SourceValues> sources;
    private final Path workingDirectory;
    private final Warnings warnings;
    /** By identity, as each key is declared once. */
    private final IdentityHashMap<Key<?>, SettingValue> values = new IdentityHashMap<>();

    private final Set<String> refused = new HashSet<>();

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
        RawValue raw = raw(key);
        String shown = DisplayText.of(computed);
        return raw == null ? absent(key, computed, shown, origin) : present(raw, key::parse, computed, shown, origin);
    }

    /** Returns the value that {@code read} makes of the path, or a default. */
    <R> R get(Key<Path> key, Function<Path, R> read, R computed) {
        RawValue raw = raw(key);
        String shown = DisplayText.of(computed);
        return raw == null
                ? absent(key, computed, shown, "default")
                : present(raw, text -> read.apply(resolve(key.parse(text))), computed, shown, "default");
    }

    /** Returns the value, or {@code absent} if it is absent or not usable. It then counts as not set. */
    <T> T orElse(Key<T> key, T absent) {
        RawValue raw = raw(key);
        return raw == null ? absent(key, absent, "", NOT_SET) : present(raw, key::parse, absent, "", NOT_SET);
    }

    /** Returns the value; null if it is absent or not usable. */
    <T> @Nullable T find(Key<T> key) {
        return find(key, RESULTS_WAIT);
    }

    /** Returns the value; null if it is absent or not usable, which has this consequence. */
    <T> @Nullable T find(Key<T> key, String consequence) {
        RawValue raw = rememberedIfAbsent(key);
        return raw == null ? null : convert(raw, key, raw.origin(), key::parse, consequence);
    }

    /** Returns the content of the file that a setting names; null if it is absent or not usable. */
    <R> @Nullable R read(Key<Path> key, Function<Path, R> read) {
        RawValue raw = rememberedIfAbsent(key);
        return raw == null
                ? null
                : convert(raw, key, raw.origin(), text -> read.apply(resolve(key.parse(text))), RESULTS_WAIT);
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
        for (SourceValues source : sources) {
            RawValue raw = source.find(key, warnings);
            if (raw != null) {
                return raw;
            }
        }
        return null;
    }

    /** Returns the value of one source, even if a stronger one overrides it. */
    @Nullable
    RawValue raw(Key<?> key, SourceKind kind) {
        for (SourceValues source : sources) {
            if (source.kind() == kind) {
                return source.find(key, warnings);
            }
        }
        return null;
    }

    /** Returns whether there is a value, usable or not. */
    boolean isSet(Key<?> key) {
        return raw(key) != null;
    }

    /** Returns whether a value that {@link #find} or {@link #read} looked for is not usable. */
    boolean isRefused(Key<?> key) {
        return refused.contains(key.property());
    }

    void warn(String message) {
        warnings.add(message);
    }

    /** Returns the values of all settings; each must have been read. */
    List<SettingValue> values() {
        List<SettingValue> all = new ArrayList<>();
        for (Key<?> key : Keys.all()) {
            all.add(Objects.requireNonNull(values.get(key), key.property()));
        }
        return all;
    }

    private <R> R absent(Key<?> key, R otherwise, String shown, String origin) {
        values.put(key, new SettingValue(key, shown, origin, false));
        return otherwise;
    }

    private <R> R present(RawValue raw, Function<String, R> parse, R otherwise, String shown, String origin) {
        Key<?> key = raw.key();
        R value = parse(raw, parse, shown.isEmpty() ? "The default applies." : shown + " applies.");
        if (value == null) {
            values.put(key, new SettingValue(key, shown, origin + ", as " + raw.origin() + " is not usable", true));
            return otherwise;
        }
        String text = DisplayText.of(value);
        values.put(key, new SettingValue(key, text, raw.origin(), !text.equals(shown)));
        return value;
    }

    private @Nullable RawValue rememberedIfAbsent(Key<?> key) {
        RawValue raw = raw(key);
        if (raw == null) {
            remember(key, null);
        }
        return raw;
    }

    private <R> @Nullable R convert(
            RawValue raw, Key<?> key, String origin, Function<String, R> parse, String consequence) {
        R value = parse(raw, parse, consequence);
        if (value == null) {
            refused.add(key.property());
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
