package dev.attest.internal.config.setting;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The types of values that settings have. No expression is compiled before a value is set. */
public final class ValueTypes {

    /** Switches off a setting that has a default. */
    public static final String NONE = "none";
    /** The longest name of a run that Azure DevOps keeps. */
    static final int LONGEST_TITLE = 256;

    static final ValueType<Boolean> FLAG = oneOf(List.of(true, false));
    static final ValueType<URI> COLLECTION_URL =
            new ValueType<>("a URL such as " + ServiceUrl.COLLECTION_EXAMPLE, ServiceUrl::parseCollection);
    static final ValueType<URI> QACOMPLETE_URL =
            serviceUrl("https://host/rest-api/service", "attest.qacomplete.user and attest.qacomplete.password");
    static final ValueType<Path> FILE = path("a file");
    static final ValueType<String> TITLE = new ValueType<>("text", ValueTypes::title);
    static final ValueType<Pattern> REGULAR_EXPRESSION =
            new ValueType<>("a regular expression of Java", ValueTypes::pattern);
    static final ValueType<String> API_VERSION =
            matching("\\d{1,2}\\.\\d{1,2}(-preview(\\.\\d{1,2})?)?", "a version such as 6.0 or 7.1-preview.3");
    static final ValueType<String> PROJECT =
            matching("[^\\p{Cntrl}/\\\\:*?\"<>|;#]+", "the name or the id of a project, without / and the like");
    /** One folder of the journal, which every file system accepts. */
    static final ValueType<String> RUN_SCOPE = matching(
            "[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}",
            "build, jvm, or up to 64 letters, digits and . _ - of which the first is not a dot");

    static final ValueType<String> LOGIN = matching("[^\\p{Cntrl}:]+", "a login without a colon");
    static final ValueType<Secret> TOKEN =
            secret("[\\x21-\\x7e]+", "a token: printable ASCII characters without white space");
    static final ValueType<Secret> PASSWORD = secret("[^\\p{Cntrl}]+", "a password on one line");
    /** The password of a trust store is not sent as a header, so it may hold any character. */
    static final ValueType<Secret> STORE_PASSWORD = secret("(?s).+", "a password");

    static final ValueType<String> PROXY = matching(
            "(?i)none|(https?://)?(?![a-z0-9+.-]+://)(.*@)?(\\[[0-9a-f:.]+]|[^/?#:@\\s]+)(:\\d{1,5})?/?",
            "http://[user:password@]host:port, or none");
    static final ValueType<String> SHA_256 = new ValueType<>(
            "the SHA-256 of a certificate: 64 hexadecimal digits, with or without colons",
            text -> text.matches("(?i)[0-9a-f]{64}|([0-9a-f]{2}:){31}[0-9a-f]{2}")
                    ? text.replace(":", "").toLowerCase(Locale.ROOT)
                    : null);
    static final ValueType<String> TEST_CASE_PATTERN =
            new ValueType<>("a regular expression with a group for the ids, or none", ValueTypes::testCasePattern);
    /** A comma belongs to the value unless a name and an equals sign follow. */
    static final ValueType<Map<String, String>> FIELDS =
            new ValueType<>("fields such as Custom.Team=Shop, Priority=2", ValueTypes::fields);

    private ValueTypes() {}

    static ValueType<String> text(String accepted) {
        return new ValueType<>(accepted, text -> text);
    }

    static ValueType<Path> path(String accepted) {
        return new ValueType<>(accepted, ValueTypes::readPath);
    }

    /** Accepts paths that are separated by commas or semicolons. */
    static ValueType<List<Path>> paths(String accepted) {
        return new ValueType<>(accepted, text -> {
            List<Path> paths = new ArrayList<>();
            for (String part : list(accepted).parse(text)) {
                Path path = readPath(part);
                if (path == null) {
                    return null;
                }
                paths.add(path);
            }
            return paths;
        });
    }

    static ValueType<Integer> id(String thing) {
        return new ValueType<>(
                "the id of a " + thing + ", a whole number from 1",
                text -> text.matches("[1-9]\\d{0,8}") ? Integer.valueOf(text) : null);
    }

    static ValueType<Integer> wholeNumber(int least, int most) {
        return new ValueType<>("a whole number from " + least + " to " + most, text -> {
            int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
            return number >= least && number <= most ? number : null;
        });
    }

    /** Accepts the values in any case; the names of constants with a hyphen for each underscore. */
    static <T> ValueType<T> oneOf(List<T> values) {
        List<String> names = new ArrayList<>();
        for (T value : values) {
            names.add(DisplayText.of(value));
        }
        int last = names.size() - 1;
        return new ValueType<>(String.join(", ", names.subList(0, last)) + " or " + names.get(last), text -> {
            int index = names.indexOf(text.toLowerCase(Locale.ROOT));
            return index < 0 ? null : values.get(index);
        });
    }

    /** Accepts texts that are separated by commas or semicolons. */
    static ValueType<List<String>> list(String accepted) {
        return separated("[,;]", accepted);
    }

    /** Accepts names that are separated by commas, semicolons or white space. */
    static ValueType<List<String>> names(String accepted) {
        return separated("[,;\\s]+", accepted);
    }

    /** Accepts lists such as {@code files=v1, tests=v2}, with some of these names in any case. */
    static <T> ValueType<T> named(List<String> names, Function<Map<String, String>, T> further) {
        String accepted = "one or more of " + String.join("=..., ", names) + "=...";
        return new ValueType<>(accepted, text -> {
            Map<String, String> pairs = new HashMap<>();
            for (String pair : text.split("[,;]", -1)) {
                int equals = pair.indexOf('=');
                String name =
                        equals < 0 ? "" : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                String value = pair.substring(equals + 1).strip();
                if (!names.contains(name) || value.isEmpty()) {
                    return null;
                }
                pairs.put(name, value);
            }
            return further.apply(pairs);
        });
    }

    /** Returns a title on one line, cut to 256 characters at most. */
    public static String title(String text) {
        String line = DisplayText.onOneLine(text);
        if (line.length() <= LONGEST_TITLE) {
            return line;
        }
        // Half of a surrogate pair is not a character, and no service accepts it.
        int end = Character.isHighSurrogate(line.charAt(LONGEST_TITLE - 1)) ? LONGEST_TITLE - 1 : LONGEST_TITLE;
        return line.substring(0, end);
    }

    private static ValueType<URI> serviceUrl(String example, String credentials) {
        return new ValueType<>("a URL such as " + example, text -> ServiceUrl.parse(text, credentials, example));
    }

    private static ValueType<Secret> secret(String regex, String accepted) {
        return new ValueType<>(accepted, text -> text.matches(regex) ? new Secret(text) : null);
    }

    private static ValueType<String> matching(String regex, String accepted) {
        return new ValueType<>(accepted, text -> text.matches(regex) ? text : null);
    }

    private static ValueType<List<String>> separated(String separator, String accepted) {
        return new ValueType<>(
                accepted,
                text -> Arrays.stream(text.split(separator))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static @Nullable Path readPath(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("a regular expression of Java (" + e.getDescription() + ")", e);
        }
    }

    private static @Nullable String testCasePattern(String text) {
        return text.equalsIgnoreCase(NONE) || pattern(text).matcher("").groupCount() > 0 ? text : null;
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
}
