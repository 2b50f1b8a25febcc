package dev.attest.internal.masking;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds secrets among named values, such as the environment, by their names. */
public final class Secrets {

    private static final Pattern NAME = Pattern.compile(
            ".*(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIAL|CONNECTION_?STRING).*|.*_PAT");

    /** Names of what is no secret itself. */
    private static final Pattern NO_SECRET = Pattern.compile(".*(FILE|PATH|DIR|URL|URI|TYPE|NAME|ID|ENABLED)");

    /**
     * As in {@code HTTPS_PROXY}; group 1 of the value is the password. Other addresses hold words like
     * {@code postgres}.
     */
    private static final Pattern PROXY = Pattern.compile(".*PROXY");

    private static final Pattern PASSWORD_OF_ADDRESS =
            Pattern.compile("(?:[a-zA-Z][a-zA-Z0-9+.-]*://)?[^:@/]*:(.+)@[^@]+");

    private Secrets() {}

    /**
     * Returns the names and values of what looks like a secret. A value that is a flag is none; of the address of a
     * proxy, the password is.
     */
    public static Map<String, String> among(Map<String, String> named) {
        Map<String, String> secrets = new LinkedHashMap<>();
        named.forEach((name, value) -> {
            String upper = asVariable(name);
            boolean flag = Set.of("", "true", "false", "0", "1").contains(value.strip());
            if (NAME.matcher(upper).matches() && !NO_SECRET.matcher(upper).matches() && !flag) {
                secrets.put(name, value.strip());
            }
            Matcher address = PASSWORD_OF_ADDRESS.matcher(value.strip());
            if (PROXY.matcher(upper).matches() && address.matches()) {
                // The encoded form is one of those in which every secret is looked for.
                secrets.put(name, decoded(address.group(1)));
            }
        });
        return secrets;
    }

    /**
     * Returns the names and values of what somebody calls secret, whatever it looks like.
     *
     * @param names as an environment variable has them: a pipeline variable {@code db.conn} is {@code DB_CONN} there
     */
    public static Map<String, String> called(List<Pattern> names, Map<String, String> named) {
        Map<String, String> secrets = new LinkedHashMap<>();
        named.forEach((name, value) -> {
            boolean called = names.stream()
                    .anyMatch(pattern -> Stream.of(name, asVariable(name))
                            .anyMatch(each -> pattern.matcher(each).matches()));
            if (called && !value.isBlank()) {
                secrets.put(name, value.strip());
            }
        });
        return secrets;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that nobody encoded stands for itself.
            return text;
        }
    }

    /** Returns whether a value is too short to be masked: it would be found in many a word. */
    public static boolean isTooShort(String secret) {
        return SecretForms.of(secret).isEmpty();
    }

    /** Returns the name of a property or pipeline variable as an environment variable has it. */
    private static String asVariable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
