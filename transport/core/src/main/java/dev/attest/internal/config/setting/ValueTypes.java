package dev.attest.internal.config.setting;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The types of values that settings have. */
public final class ValueTypes {

    /** Switches off a setting that has a default. */
    public static final String NONE = "none";
    /** The longest name of a run that Azure DevOps keeps. */
    static final int LONGEST_TITLE = 256;

    static final ValueType<Boolean> FLAG = new ValueType<>(
            "true or false; also yes, no, on, off, 1 or 0",
            ValueForm.ONE_OF,
            List.of("true", "false", "yes", "no", "on", "off", "1", "0"),
            List.of(true, false, true, false, true, false, true, false));
    static final ValueType<URI> COLLECTION_URL =
            new ValueType<>("a URL such as " + ServiceUrl.COLLECTION_EXAMPLE, ValueForm.COLLECTION_URL);
    static final ValueType<URI> QACOMPLETE_URL =
            serviceUrl("https://host/rest-api/service", "attest.qacomplete.user and attest.qacomplete.password");
    static final ValueType<Path> FILE = path("a file");
    static final ValueType<String> TITLE = new ValueType<>("text", ValueForm.TITLE);
    static final ValueType<Pattern> REGULAR_EXPRESSION =
            new ValueType<>("a regular expression of Java", ValueForm.REGULAR_EXPRESSION);
    static final ValueType<Duration> DURATION =
            new ValueType<>("a duration such as 20s, 500ms, 2m or PT20S, from 0 to 10m", ValueForm.DURATION);
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
            "the SHA-256 of a certificate: 64 hexadecimal digits, with or without colons", ValueForm.SHA_256);
    static final ValueType<String> TEST_CASE_PATTERN =
            new ValueType<>("a regular expression with a group for the ids, or none", ValueForm.TEST_CASE_PATTERN);
    /** A comma belongs to the value unless a name and an equals sign follow. */
    static final ValueType<Map<String, String>> FIELDS =
            new ValueType<>("fields such as Custom.Team=Shop, Priority=2", ValueForm.FIELDS);

    static final ValueType<StatusNames> STATUS_NAMES =
            named(List.of("passed", "failed", "skipped", "not-started", "aborted"), ValueForm.STATUS_NAMES);
    static final ValueType<ResourceVersions> RESOURCE_VERSIONS =
            named(List.of("files", "testruns", "tests"), ValueForm.RESOURCE_VERSIONS);

    private ValueTypes() {}

    static ValueType<String> text(String accepted) {
        return new ValueType<>(accepted, ValueForm.TEXT);
    }

    static ValueType<Path> path(String accepted) {
        return new ValueType<>(accepted, ValueForm.PATH);
    }

    /** Accepts paths that are separated by commas or semicolons. */
    static ValueType<List<Path>> paths(String accepted) {
        return new ValueType<>(accepted, ValueForm.PATHS);
    }

    static ValueType<Integer> id(String thing) {
        return new ValueType<>("the id of a " + thing + ", a whole number from 1", ValueForm.ID);
    }

    static ValueType<Integer> wholeNumber(int least, int most) {
        return new ValueType<>("a whole number from " + least + " to " + most, ValueForm.WHOLE_NUMBER, least, most);
    }

    /** Accepts sizes from the least to the most, both included. */
    static ValueType<ByteSize> byteSize(ByteSize least, ByteSize most) {
        return new ValueType<>(
                "a number of bytes such as 4m or 512k, from " + least + " to " + most,
                ValueForm.BYTE_SIZE,
                least,
                most);
    }

    /** Accepts the values in any case; the names of constants with a hyphen for each underscore. */
    static <T> ValueType<T> oneOf(List<T> values) {
        List<String> names = new ArrayList<>();
        for (T value : values) {
            names.add(DisplayText.of(value));
        }
        int last = names.size() - 1;
        String accepted = String.join(", ", names.subList(0, last)) + " or " + names.get(last);
        return new ValueType<>(accepted, ValueForm.ONE_OF, names, values);
    }

    /** Accepts texts that are separated by commas or semicolons. */
    static ValueType<List<String>> list(String accepted) {
        return new ValueType<>(accepted, ValueForm.LIST, "[,;]");
    }

    /** Accepts names that are separated by commas, semicolons or white space. */
    static ValueType<List<String>> names(String accepted) {
        return new ValueType<>(accepted, ValueForm.LIST, "[,;\\s]+");
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
        return new ValueType<>("a URL such as " + example, ValueForm.SERVICE_URL, credentials, example);
    }

    private static ValueType<Secret> secret(String regex, String accepted) {
        return new ValueType<>(accepted, ValueForm.SECRET, regex);
    }

    private static ValueType<String> matching(String regex, String accepted) {
        return new ValueType<>(accepted, ValueForm.MATCHING, regex);
    }

    /** Accepts lists such as {@code files=v1, tests=v2}, with some of these names in any case. */
    private static <T> ValueType<T> named(List<String> names, ValueForm form) {
        return new ValueType<>("one or more of " + String.join("=..., ", names) + "=...", form, names);
    }
}
