package dev.attest.config;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One pass over the settings: converts each value, or says why it cannot, and remembers where it came from. */
final class Reading {

    private final Lookup lookup;
    private final Warnings warnings;
    private final Map<Key, Provenance> provenance = new EnumMap<>(Key.class);

    Reading(Lookup lookup, Warnings warnings) {
        this.lookup = lookup;
        this.warnings = warnings;
    }

    @Nullable
    Entry find(Key key) {
        return lookup.find(key);
    }

    @Nullable
    Entry find(Key key, Source source) {
        return lookup.find(key, source);
    }

    Warnings warnings() {
        return warnings;
    }

    /** Returns the value, or the fallback where it is absent or the converter refuses it. */
    <T> T value(Key key, T fallback, String fallbackOrigin, Function<String, T> converter) {
        var entry = lookup.find(key);
        if (entry == null) {
            remember(key, shown(fallback), fallbackOrigin);
            return fallback;
        }
        var instead = shown(fallback).isEmpty() ? "The default applies." : shown(fallback) + " applies.";
        var value = convert(entry, converter, instead);
        if (value == null) {
            remember(key, shown(fallback), fallbackOrigin + ", as " + entry.origin() + " is not usable");
            return fallback;
        }
        remember(key, shown(value), entry.origin());
        return value;
    }

    /** Returns the value, or null where it is absent or the converter refuses it. */
    <T> @Nullable T value(Key key, Function<String, T> converter) {
        var entry = lookup.find(key);
        if (entry == null) {
            remember(key, null);
            return null;
        }
        return value(entry, key, entry.origin(), converter);
    }

    /** Returns what the entry means for the key, or null where the converter refuses it. */
    <T> @Nullable T value(Entry entry, Key key, String origin, Function<String, T> converter) {
        var value = convert(entry, converter, "Until it is, results wait on disk.");
        if (value == null) {
            remember(key, "", "not set, as " + origin + " is not usable");
            return null;
        }
        remember(key, shown(value), origin);
        return value;
    }

    void remember(Key key, @Nullable Entry entry) {
        remember(key, entry == null ? "" : entry.shown(), entry == null ? "not set" : entry.origin());
    }

    void remember(Key key, String value, String origin) {
        provenance.put(key, new Provenance(key, value, origin));
    }

    List<Provenance> provenance() {
        return List.copyOf(provenance.values());
    }

    private <T> @Nullable T convert(Entry entry, Function<String, T> converter, String instead) {
        try {
            return converter.apply(entry.value());
        } catch (IllegalArgumentException e) {
            warnings.unusable(entry, String.valueOf(e.getMessage()), instead);
            return null;
        }
    }

    private static String shown(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        return Shown.of(value instanceof Duration duration ? TimeSpan.format(duration) : value.toString());
    }
}
