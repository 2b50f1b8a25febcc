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

/** Finds secrets among named values, such as environment variables. */
public final class Secrets {

    private static final Pattern NAME = Pattern.compile(
            ".*(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIAL|CONNECTION_?STRING).*|.*_PAT");

    /** Names of values that are not secrets themselves. */
    private static final Pattern NOT_SECRET = Pattern.compile(".*(FILE|PATH|DIR|URL|URI|TYPE|NAME|ID|ENABLED)");

    /** Names such as {@code HTTPS_PROXY}. The values of other URLs contain words such as {@code postgres}. */
    private static final Pattern PROXY = Pattern.compile(".*PROXY");

    /** Group 1 is the password in a URL. */
    private static final Pattern PROXY_PASSWORD = Pattern.compile("(?:[a-zA-Z][a-zA-Z0-9+.-]*://)?[^:@/]*:(.+)@[^@]+");

    private Secrets() {}

    /**
     * Returns the entries whose names look like secrets. Ignores flags such as {@code true}. Of the URL of a proxy, the
     * password is the secret.
     */
    public static Map<String, String> find(Map<String, String> values) {
        Map<String, String> secrets = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            String upper = asVariable(name);
            boolean flag = Set.of("", "true", "false", "0", "1").contains(value.strip());
            if (NAME.matcher(upper).matches() && !NOT_SECRET.matcher(upper).matches() && !flag) {
                secrets.put(name, value.strip());
            }
            Matcher address = PROXY_PASSWORD.matcher(value.strip());
            if (PROXY.matcher(upper).matches() && address.matches()) {
                // Masking also looks for the encoded form.
                secrets.put(name, decoded(address.group(1)));
            }
        });
        return secrets;
    }

    /**
     * Returns the entries whose names match one of the patterns.
     *
     * @param names match a name, or its form as an environment variable: {@code DB_CONN} for {@code db.conn}
     */
    public static Map<String, String> matching(List<Pattern> names, Map<String, String> values) {
        Map<String, String> secrets = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            boolean matching = names.stream()
                    .anyMatch(pattern -> Stream.of(name, asVariable(name))
                            .anyMatch(each -> pattern.matcher(each).matches()));
            if (matching && !value.isBlank()) {
                secrets.put(name, value.strip());
            }
        });
        return secrets;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // The percent sign is not an escape.
            return text;
        }
    }

    /** Returns whether a value is too short to be masked: it would match parts of ordinary words. */
    public static boolean isTooShort(String secret) {
        return SecretForms.of(secret).isEmpty();
    }

    /** Returns a property name in the form of an environment variable. */
    private static String asVariable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
