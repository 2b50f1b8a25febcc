package dev.attest.internal.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds secrets among named values, such as environment variables. */
public final class Secrets {

    /** Values of settings whose names contain words such as AUTH. Masking them would mask ordinary text. */
    private static final Set<String> ORDINARY = Set.of(
            "",
            "true",
            "false",
            "yes",
            "no",
            "on",
            "off",
            "0",
            "1",
            "none",
            "null",
            "undefined",
            "enabled",
            "disabled",
            "required",
            "optional",
            "default",
            "always",
            "never",
            "basic",
            "bearer",
            "digest",
            "oauth",
            "oauth2",
            "ntlm",
            "ldap",
            "saml",
            "simple",
            "kerberos",
            "negotiate",
            "anonymous");

    private Secrets() {}

    /**
     * Returns the values whose names look like secrets, and the passwords in other values, such as addresses. Ignores
     * flags such as {@code true}.
     */
    public static List<NamedSecret> find(Map<String, String> values) {
        List<NamedSecret> secrets = new ArrayList<>();
        for (Map.Entry<String, String> each : values.entrySet()) {
            String name = each.getKey();
            String text = each.getValue().strip();
            if (SecretNames.isSecret(name) && !isOrdinary(text) && !isFolder(name, text)) {
                secrets.add(new NamedSecret(name, text));
            }
            boolean proxy = asVariable(name).endsWith("PROXY");
            for (String part : EmbeddedSecrets.of(proxy ? EmbeddedSecrets.withScheme(text) : text)) {
                secrets.add(new NamedSecret(name, part, true));
            }
        }
        return secrets;
    }

    /**
     * Returns the values whose names match one of the patterns.
     *
     * @param names match a name, or its form as an environment variable: {@code DB_CONN} for {@code db.conn}
     */
    public static List<NamedSecret> matching(List<Pattern> names, Map<String, String> values) {
        List<NamedSecret> secrets = new ArrayList<>();
        if (names.isEmpty()) {
            return secrets;
        }
        for (Map.Entry<String, String> each : values.entrySet()) {
            if (!each.getValue().isBlank() && isMatched(each.getKey(), names)) {
                secrets.add(new NamedSecret(each.getKey(), each.getValue().strip()));
            }
        }
        return secrets;
    }

    private static boolean isMatched(String name, List<Pattern> names) {
        for (Pattern pattern : names) {
            if (pattern.matcher(name).matches()
                    || pattern.matcher(asVariable(name)).matches()) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a value is a word that is no secret, whatever its name. */
    static boolean isOrdinary(String value) {
        return ORDINARY.contains(value.toLowerCase(Locale.ROOT));
    }

    private static boolean isFolder(String name, String value) {
        return SecretNames.isWorkingDirectory(name)
                && (value.startsWith("/") || value.startsWith("\\\\") || value.startsWith(":", 1));
    }

    /** Returns a property name in the form of an environment variable. */
    private static String asVariable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
