package dev.attest.internal.config.setting;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The forms of texts of settings. No expression is compiled before a value is set. */
enum ValueForm {
    /** Any text. */
    TEXT,
    /** A text that matches a regular expression. */
    MATCHING,
    /** A {@link Secret} that matches a regular expression. */
    SECRET,
    /** One line. */
    TITLE,
    /** The URL of an organization or a collection of Azure DevOps. */
    COLLECTION_URL,
    /** The URL of a service; the details are the settings of its credentials, and an example. */
    SERVICE_URL,
    PATH,
    /** Paths that are separated by commas or semicolons. */
    PATHS,
    REGULAR_EXPRESSION,
    /** A regular expression with a group, or none. */
    TEST_CASE_PATTERN,
    /** 64 hexadecimal digits, with or without colons. */
    SHA_256,
    /** A whole number from 1. */
    ID,
    /** A whole number; the details are the least and the most. */
    WHOLE_NUMBER,
    /** A {@link ByteSize}; the details are the least and the most. */
    BYTE_SIZE,
    DURATION,
    /** One of several values; the details are the list of their names, and that of the values. */
    ONE_OF,
    /** Texts that are separated by a regular expression. */
    LIST,
    /** Fields with a name and a value. */
    FIELDS,
    /** {@link StatusNames}; the detail is the list of the accepted names. */
    STATUS_NAMES,
    /** {@link ResourceVersions}; the detail is the list of the accepted names. */
    RESOURCE_VERSIONS;

    /**
     * Converts a text. It returns null for a text that is not accepted, or throws an IllegalArgumentException whose
     * message says more exactly what is expected.
     */
    @Nullable
    Object read(String text, List<?> details) {
        return switch (this) {
            case TEXT -> text;
            case MATCHING -> text.matches((String) details.get(0)) ? text : null;
            case SECRET -> text.matches((String) details.get(0)) ? new Secret(text) : null;
            case TITLE -> ValueTypes.title(text);
            case COLLECTION_URL -> ServiceUrl.parseCollection(text);
            case SERVICE_URL -> ServiceUrl.parse(text, (String) details.get(0), (String) details.get(1));
            case PATH -> path(text);
            case PATHS -> paths(text);
            case REGULAR_EXPRESSION -> pattern(text);
            case TEST_CASE_PATTERN -> testCasePattern(text);
            case SHA_256 -> sha256(text);
            case ID -> text.matches("[1-9]\\d{0,8}") ? Integer.valueOf(text) : null;
            case WHOLE_NUMBER -> wholeNumber(text, (Integer) details.get(0), (Integer) details.get(1));
            case BYTE_SIZE -> ByteSize.parse(text, (ByteSize) details.get(0), (ByteSize) details.get(1));
            case DURATION -> DurationText.parse(text);
            case ONE_OF -> oneOf(text, (List<?>) details.get(0), (List<?>) details.get(1));
            case LIST -> list(text, (String) details.get(0));
            case FIELDS -> fields(text);
            case STATUS_NAMES -> {
                Map<String, String> pairs = named(text, (List<?>) details.get(0));
                yield pairs == null ? null : StatusNames.of(pairs);
            }
            case RESOURCE_VERSIONS -> {
                Map<String, String> pairs = named(text, (List<?>) details.get(0));
                yield pairs == null ? null : ResourceVersions.of(pairs);
            }
        };
    }

    private static @Nullable Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static @Nullable List<Path> paths(String text) {
        List<Path> paths = new ArrayList<>();
        for (String part : list(text, "[,;]")) {
            Path path = path(part);
            if (path == null) {
                return null;
            }
            paths.add(path);
        }
        return paths;
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("a regular expression of Java (" + e.getDescription() + ")", e);
        }
    }

    private static @Nullable String testCasePattern(String text) {
        return text.equalsIgnoreCase(ValueTypes.NONE)
                        || pattern(text).matcher("").groupCount() > 0
                ? text
                : null;
    }

    private static @Nullable String sha256(String text) {
        return text.matches("(?i)[0-9a-f]{64}|([0-9a-f]{2}:){31}[0-9a-f]{2}")
                ? text.replace(":", "").toLowerCase(Locale.ROOT)
                : null;
    }

    private static @Nullable Integer wholeNumber(String text, int least, int most) {
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        return number >= least && number <= most ? number : null;
    }

    private static @Nullable Object oneOf(String text, List<?> names, List<?> values) {
        int index = names.indexOf(text.toLowerCase(Locale.ROOT));
        return index < 0 ? null : values.get(index);
    }

    private static List<String> list(String text, String separator) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(separator, -1)) {
            String stripped = part.strip();
            if (!stripped.isEmpty()) {
                parts.add(stripped);
            }
        }
        return List.copyOf(parts);
    }

    private static @Nullable Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : text.split("[,;](?=\\s*[A-Za-z_][\\w.]*\\s*=)", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals).strip();
            if (!name.matches("[A-Za-z_][\\w.]*")) {
                return null;
            }
            fields.put(name, part.substring(equals + 1).strip());
        }
        return fields;
    }

    private static @Nullable Map<String, String> named(String text, List<?> names) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split("[,;]", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String value = pair.substring(equals + 1).strip();
            if (!names.contains(name) || value.isEmpty()) {
                return null;
            }
            pairs.put(name, value);
        }
        return pairs;
    }
}
