package dev.attest.internal.masking;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the passwords in a value that is no secret itself, such as an address of a database or a command line.
 *
 * <pre>
 * postgres://shop:PASSWORD@db/shop     jdbc:sqlserver://db;user=shop;password=PASSWORD
 * jdbc:oracle:thin:shop/PASSWORD@db    -Xmx1g -Ddb.password=PASSWORD
 * </pre>
 */
final class EmbeddedSecrets {

    /** Group 1 is what follows the scheme. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{0,40}://([^\\s\"'<>]+)");

    private static final Pattern AUTHORITY = Pattern.compile("[^/?#]*");
    private static final Pattern PORT = Pattern.compile("[^:]*:\\d{0,5}|[^:]*|\\[.*");
    private static final Pattern ORACLE = Pattern.compile(":(?:thin|oci8?):([^/\\s@]+)/([^\\s@]+)@");

    /** Group 1 is a name, and group 2 its value. */
    private static final Pattern PARAMETER = Pattern.compile(
            "(?:^|[?&;,\\s]|-D)([A-Za-z_][\\w.-]*+(?: [A-Za-z]++)?+)\\s?=\\s?(\"[^\"]*\"|'[^']*'|[^&;\\s\"']+)");

    /** The signature in an address is all that somebody needs who has it. */
    private static final String SIGNATURE = "sig";

    private static final Pattern LOGIN = Pattern.compile("(?i)(?:Bearer|Basic|Token)\\s+(\\S+)");

    private final Set<String> found = new LinkedHashSet<>();

    private EmbeddedSecrets() {}

    /** Returns the passwords as they are written there, and without the escapes of addresses. */
    static Set<String> of(String value) {
        EmbeddedSecrets secrets = new EmbeddedSecrets();
        if (value.contains("://")) {
            Matcher address = ADDRESS.matcher(value);
            while (address.find()) {
                secrets.findInAddress(address.group(1));
            }
        }
        if (value.indexOf('@') >= 0) {
            Matcher login = ORACLE.matcher(value);
            while (login.find()) {
                secrets.add(login.group(2), login.group(1));
            }
        }
        if (value.indexOf('=') >= 0 && (SecretNames.areIn(value) || value.contains(SIGNATURE))) {
            secrets.findParameters(value);
        }
        if (!value.isEmpty() && "bBtT".indexOf(value.charAt(0)) >= 0) {
            Matcher login = LOGIN.matcher(value);
            if (login.matches()) {
                secrets.add(login.group(1), "");
            }
        }
        return secrets.found;
    }

    /** Returns the address of a proxy without a scheme, {@code user:password@host:port}, with one. */
    static String withScheme(String proxy) {
        return proxy.contains("://") ? proxy : "http://" + proxy;
    }

    private void findInAddress(String address) {
        Matcher authority = AUTHORITY.matcher(address);
        String before = authority.lookingAt() ? authority.group() : "";
        int end = before.lastIndexOf('@');
        if (end < 0 && !PORT.matcher(before).matches()) {
            // A slash in the password is not escaped.
            end = address.indexOf('@');
        }
        int colon = address.indexOf(':');
        if (end > 0 && colon >= 0 && colon < end) {
            add(address.substring(colon + 1, end), address.substring(0, colon));
        }
    }

    private void findParameters(String value) {
        Matcher parameter = PARAMETER.matcher(value);
        while (parameter.find()) {
            String name = parameter.group(1);
            if (SecretNames.isSecret(name) || name.equals(SIGNATURE)) {
                add(unquoted(parameter.group(2)), "");
                // In a list with semicolons, a password may have an ampersand.
                int end = value.indexOf(';', parameter.start(2));
                if (end > 0) {
                    add(unquoted(value.substring(parameter.start(2), end)), "");
                }
            }
        }
    }

    /** A password like the name of its user, such as {@code postgres}, is a word of many texts. */
    private void add(String password, String user) {
        if (!password.equalsIgnoreCase(user) && !Secrets.isOrdinary(password)) {
            found.add(password);
            found.add(decoded(password));
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // The percent sign is not an escape.
            return text;
        }
    }
}
