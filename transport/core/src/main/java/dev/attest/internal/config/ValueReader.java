package dev.attest.internal.config;

import dev.attest.internal.config.setting.DisplayText;
import dev.attest.internal.config.setting.Key;
import dev.attest.internal.config.setting.Keys;
import java.nio.file.Files;
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
        return raw == null
                ? absent(key, computed, shown, origin)
                : present(raw, parse(raw, key, applies(shown)), computed, shown, origin);
    }

    /** Returns the value, the declared default if it is absent, or another value if it is not usable. */
    <T> T getOr(Key<T> key, T unusable, String origin) {
        RawValue raw = raw(key);
        T value = raw == null ? null : parse(raw, key, applies(DisplayText.of(unusable)));
        return raw == null || value != null ? get(key) : present(raw, null, unusable, DisplayText.of(unusable), origin);
    }

    /** Returns the folder, which may not exist yet, or a default. */
    Path folder(Key<Path> key, Path computed) {
        RawValue raw = raw(key);
        String shown = DisplayText.of(computed);
        return raw == null
                ? absent(key, computed, shown, "default")
                : present(raw, parseFolder(raw, key, applies(shown)), computed, shown, "default");
    }

    /** Returns the value, or {@code absent} if it is absent or not usable. It then counts as not set. */
    <T> T orElse(Key<T> key, T absent) {
        RawValue raw = raw(key);
        return raw == null
                ? absent(key, absent, "", NOT_SET)
                : present(raw, parse(raw, key, applies("")), absent, "", NOT_SET);
    }

    /** Returns the value; null if it is absent or not usable. */
    <T> @Nullable T find(Key<T> key) {
        return find(key, RESULTS_WAIT);
    }

    /** Returns the value; null if it is absent or not usable, which has this consequence. */
    <T> @Nullable T find(Key<T> key, String consequence) {
        RawValue raw = raw(key);
        if (raw == null) {
            remember(key, null);
            return null;
        }
        return found(key, raw.origin(), parse(raw, key, consequence));
    }

    /** Returns the content of the file that a setting names; null if it is absent or not usable. */
    <R> @Nullable R read(Key<Path> key, Function<Path, R> read) {
        return read(key, RESULTS_WAIT, read);
    }

    /** Returns the content of the file that a setting names; null if it is not usable, which has this consequence. */
    <R> @Nullable R read(Key<Path> key, String consequence, Function<Path, R> read) {
        RawValue raw = raw(key);
        if (raw == null) {
            remember(key, null);
            return null;
        }
        return found(key, raw.origin(), parseFile(raw, key, consequence, read));
    }

    /** Returns the value of a setting from the file that another setting names; null if it is not usable. */
    <R> @Nullable R read(RawValue file, Key<Path> fileKey, Key<R> key, Function<Path, R> read) {
        return found(key, "file of " + file.origin(), parseFile(file, fileKey, RESULTS_WAIT, read));
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

    /** Returns whether a file of the project has the value. */
    boolean isOfProject(Key<?> key) {
        RawValue raw = raw(key);
        return raw != null && raw.isOfProject();
    }

    /** Returns whether there may be a file at the path that a setting has; true if it is no path at all. */
    boolean mayBeHere(RawValue raw, Key<Path> key) {
        try {
            return !Files.notExists(resolve(key.parse(raw.value())));
        } catch (IllegalArgumentException e) {
            return true; // that is told when it is read
        }
    }

    /** Returns whether there is no value, and remembers that. Spares {@link #read} the making of a reader. */
    boolean isAbsent(Key<?> key) {
        boolean absent = !isSet(key);
        if (absent) {
            remember(key, null);
        }
        return absent;
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

    private static String applies(String shown) {
        return shown.isEmpty() ? "The default applies." : shown + " applies.";
    }

    private <R> R present(RawValue raw, @Nullable R value, R otherwise, String shown, String origin) {
        Key<?> key = raw.key();
        if (value == null) {
            values.put(key, new SettingValue(key, shown, origin + ", as " + raw.origin() + " is not usable", true));
            return otherwise;
        }
        String text = DisplayText.of(value);
        values.put(key, new SettingValue(key, text, raw.origin(), !text.equals(shown)));
        return value;
    }

    private <R> @Nullable R found(Key<?> key, String origin, @Nullable R value) {
        if (value == null) {
            refused.add(key.property());
            values.put(key, new SettingValue(key, "", NOT_SET + ", as " + origin + " is not usable", true));
            return null;
        }
        values.put(key, new SettingValue(key, DisplayText.of(value), origin, true));
        return value;
    }

    private <T> @Nullable T parse(RawValue raw, Key<T> key, String consequence) {
        try {
            return key.parse(raw.value());
        } catch (IllegalArgumentException e) {
            warnNotUsable(raw, e, consequence);
            return null;
        }
    }

    private @Nullable Path parseFolder(RawValue raw, Key<Path> key, String consequence) {
        try {
            return JournalsFolder.requireNoFile(resolve(key.parse(raw.value())));
        } catch (IllegalArgumentException e) {
            warnNotUsable(raw, e, consequence);
            return null;
        }
    }

    private <R> @Nullable R parseFile(RawValue raw, Key<Path> key, String consequence, Function<Path, R> read) {
        try {
            return read.apply(resolve(key.parse(raw.value())));
        } catch (IllegalArgumentException e) {
            warnNotUsable(raw, e, consequence);
            return null;
        }
    }

    private void warnNotUsable(RawValue raw, IllegalArgumentException expected, String consequence) {
        warnings.addProblem(raw.key(), raw + " is not usable: expected " + expected.getMessage() + ". " + consequence);
    }

    private Path resolve(Path file) {
        return workingDirectory.resolve(file).toAbsolutePath().normalize();
    }

    private static SettingValue unset(Key<?> key, String origin) {
        return new SettingValue(key, "", origin, false);
    }
}
