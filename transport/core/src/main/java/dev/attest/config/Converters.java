package dev.attest.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** From text to values. A refusal is an IllegalArgumentException that says what was expected and never quotes the text. */
final class Converters {

    static final int FEWEST_CONNECTIONS = 2;
    static final int MOST_CONNECTIONS = 8;
    /** Azure DevOps keeps no more of a run's name. */
    static final int LONGEST_TITLE = 256;

    /** What switches off a setting whose default is something. */
    static final String NONE = "none";

    private static final int MOST_BUGS = 1000;
    private static final Pattern FIELD = Pattern.compile("[A-Za-z_][\\w.]*");

    private static final Pattern API_VERSION = Pattern.compile("\\d{1,2}\\.\\d{1,2}(-preview(\\.\\d{1,2})?)?");
    private static final Pattern RUN_SCOPE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");
    private static final Pattern PROJECT = Pattern.compile("[^\\p{Cntrl}/\\\\:*?\"<>|;#]+");
    private static final Pattern WORK_ITEM = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private Converters() {}

    static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    static When when(String text) {
        return oneOf(When.values(), text);
    }

    static TestNames testNames(String text) {
        return oneOf(TestNames.values(), text);
    }

    static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("a regular expression of Java (" + e.getDescription() + ")", e);
        }
    }

    /** Refuses a pattern that does not say which part of what it finds are the ids. */
    static String testCasePattern(String text) {
        if (!text.equalsIgnoreCase(NONE) && pattern(text).matcher("").groupCount() == 0) {
            throw new IllegalArgumentException("a regular expression with a group for the ids, such as "
                    + Key.AZURE_TEST_CASE_PATTERN.defaultText() + ", or " + NONE);
        }
        return text;
    }

    /** Reads names with wildcards, with anything between them that is in no name. */
    static List<Pattern> names(String text) {
        return Arrays.stream(text.split("[,;\\s]+"))
                .filter(name -> !name.isEmpty())
                .map(Glob::compile)
                .toList();
    }

    static int connections(String text) {
        if (text.matches("\\d")
                && Integer.parseInt(text) >= FEWEST_CONNECTIONS
                && Integer.parseInt(text) <= MOST_CONNECTIONS) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("a whole number from " + FEWEST_CONNECTIONS + " to " + MOST_CONNECTIONS);
    }

    /** Reads the id of something in Azure DevOps. */
    static int id(String text) {
        if (text.matches("[1-9]\\d{0,8}")) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("an id: a whole number from 1");
    }

    static Bugs bugs(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "never" -> Bugs.NEVER;
            case "on-failure" -> Bugs.ON_FAILURE;
            default -> throw new IllegalArgumentException("on-failure or never");
        };
    }

    static int bugLimit(String text) {
        if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_BUGS) {
            return Integer.parseInt(text);
        }
        throw new IllegalArgumentException("a whole number from 1 to " + MOST_BUGS);
    }

    /** Reads texts that have commas or semicolons between them. */
    static List<String> list(String text) {
        return Arrays.stream(text.split("[,;]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Reads {@code Name=value, Other.Name=value}; a comma before what is no name belongs to the value. */
    static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : text.split("[,;](?=\\s*[A-Za-z_][\\w.]*\\s*=)", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals).strip();
            if (!FIELD.matcher(name).matches()) {
                throw new IllegalArgumentException("fields as in Custom.Team=Shop, Priority=2");
            }
            fields.put(name, part.substring(equals + 1).strip());
        }
        return fields;
    }

    static String workItem(String text) {
        return matching(WORK_ITEM, text, "the id of one work item, a number");
    }

    static When failedOrNever(String text) {
        var when = oneOf(When.values(), text);
        if (when == When.ALWAYS) {
            throw new IllegalArgumentException("failed or never");
        }
        return when;
    }

    static String apiVersion(String text) {
        return matching(API_VERSION, text, "a version such as 6.0 or 7.1-preview.3");
    }

    static String project(String text) {
        return matching(PROJECT, text, "the name or id of one project, without / and what else a name cannot hold");
    }

    /** Refuses what cannot be one folder of the journal on every file system. */
    static String runScope(String text) {
        return matching(RUN_SCOPE, text, "letters, digits and . _ - up to 64 characters, the first one not a dot");
    }

    static Secret token(String text) {
        return new Secret(matching(TOKEN, text, "a token: printable ASCII with no white space inside"));
    }

    static Path file(Path workingDirectory, String text) {
        try {
            return workingDirectory.resolve(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("the path of a file", e);
        }
    }

    static UnaryOperator<String> matching(Pattern pattern, String expected) {
        return text -> matching(pattern, text, expected);
    }

    /** Shortens rather than refuses: a title is for people. */
    static String title(String text) {
        var line = CONTROLS.matcher(text).replaceAll(" ");
        if (line.length() <= LONGEST_TITLE) {
            return line;
        }
        // Half of a surrogate pair is not a character, and no service takes it.
        var end = Character.isHighSurrogate(line.charAt(LONGEST_TITLE - 1)) ? LONGEST_TITLE - 1 : LONGEST_TITLE;
        return line.substring(0, end);
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String text) {
        for (E value : values) {
            if (value.name().equalsIgnoreCase(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException(Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "one of ", "")));
    }

    private static String matching(Pattern pattern, String text, String expected) {
        if (pattern.matcher(text).matches()) {
            return text;
        }
        throw new IllegalArgumentException(expected);
    }
}
