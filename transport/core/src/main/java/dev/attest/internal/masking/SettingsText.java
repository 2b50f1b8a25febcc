package dev.attest.internal.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks the values of a settings file by their keys, whatever they are. It knows no format exactly, and rather masks
 * too much: where it is not clear how long a value is, all of its line.
 *
 * <pre>
 * shop.db.password=***        - name: DB_PASSWORD            {"user":"shop","password":"***"}
 *                               value: ***                   &lt;parameter name="db.password" value="***"/&gt;
 * </pre>
 */
final class SettingsText {

    /** Group 1 is a key, with or without quotation marks. No character is tried twice, as a line may be long. */
    private static final Pattern KEY = Pattern.compile(
            "(?<![\\w.\\-\\[\\]$])(?:-D|-{1,2})?+([\\w.$][\\w.\\-\\[\\]]*+)[\"']?+[ \\t]*+(?:=>|[=:])[ \\t]*+");

    /** A line of a properties file, or of a .netrc, whose separator is white space. */
    private static final Pattern WITH_BLANK = Pattern.compile("(?:^|\\s)([A-Za-z_][\\w.\\-]*+)[ \\t]++(?=\\S)");

    /** Says where the value is, and not what it is. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{[\\w.\\-]+}|\\$\\([\\w.\\-]+\\)|\\$\\w+|%\\w+%|\\{\\{[^{}]*}}|@[\\w.\\-]+@|\\*+");

    private static final Pattern NAME_OF_PAIR = Pattern.compile("[\"']?([\\w.\\-]+)");
    private static final String NAME = "name";
    private static final String KEY_OF_PAIR = "key";
    private static final String VALUE_OF_PAIR = "value";

    private final boolean xml;
    private final boolean blanks;
    private final List<String> masked = new ArrayList<>();

    /** The indentation of a key whose value goes on in the lines below; -1 if none does. */
    private int deeperThan = -1;

    /** The quotation mark that ends a value of several lines; 0 if there is none. */
    private char openQuote;

    private boolean continued;

    /** Whether the lines below are a text of YAML, in which a {@code #} begins no comment. */
    private boolean block;

    private int linesSinceName = Integer.MAX_VALUE;

    private SettingsText(boolean xml, boolean blanks) {
        this.xml = xml;
        this.blanks = blanks;
    }

    /** Returns whether blanks alone may separate a name from its value. */
    private static boolean isSeparatedByBlanks(String fileName) {
        return fileName.endsWith(".properties") || fileName.endsWith("netrc");
    }

    /** Returns the text with each secret value replaced. */
    static String mask(String fileName, String text) {
        boolean xml = text.stripLeading().startsWith("<") || text.startsWith("\uFEFF<");
        String start = xml ? XmlSettings.mask(text) : text;
        SettingsText settings = new SettingsText(xml, isSeparatedByBlanks(fileName.toLowerCase(Locale.ROOT)));
        int from = 0;
        for (int i = 0; i < start.length(); i++) {
            // The environment of a process in /proc has a zero byte after each variable.
            if (start.charAt(i) == '\n' || start.charAt(i) == '\0') {
                settings.add(start.substring(from, i + 1));
                from = i + 1;
            }
        }
        settings.add(start.substring(from));
        return String.join("", settings.masked);
    }

    private void add(String line) {
        String text = (line.endsWith("\0") ? line.substring(0, line.length() - 1) : line).stripTrailing();
        String end = line.substring(text.length());
        masked.add(maskedLine(text) + end);
    }

    private String maskedLine(String line) {
        if (isPartOfValue(line)) {
            return Masking.MASK;
        }
        deeperThan = line.isBlank() ? deeperThan : -1;
        linesSinceName += linesSinceName == Integer.MAX_VALUE ? 0 : 1;
        return withoutAddresses(withoutValues(line));
    }

    /** Returns whether the line belongs to the secret value of a line above. */
    private boolean isPartOfValue(String line) {
        if (openQuote != 0) {
            openQuote = line.indexOf(openQuote) >= 0 ? 0 : openQuote;
            return true;
        }
        if (continued) {
            continued = isContinued(line);
            return true;
        }
        boolean comment = !block && line.stripLeading().startsWith("# ");
        return deeperThan >= 0 && !line.isBlank() && !comment && indentation(line) > deeperThan;
    }

    private String withoutValues(String line) {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        boolean separated = line.indexOf('=') >= 0 || line.indexOf(':') >= 0;
        Matcher key = KEY.matcher(line);
        while (separated && key.find()) {
            if (isSecret(key.group(1), line, key.end())) {
                int end = endOfValue(line, key.end());
                noteLinesBelow(line, key.start(), key.end(), end);
                if (isMasked(line.substring(key.end(), end))) {
                    text.append(line, copied, key.end()).append(masked(line.substring(key.end(), end)));
                    copied = end;
                }
                key.region(end, line.length());
            }
        }
        String all = text.append(line, copied, line.length()).toString();
        return blanks && copied == 0 ? withoutValueAfterBlank(all) : all;
    }

    private boolean isSecret(String key, String line, int value) {
        boolean ofPair = key.equals(VALUE_OF_PAIR) && linesSinceName <= 1;
        if (key.equals(NAME) || key.equals(KEY_OF_PAIR)) {
            Matcher name = NAME_OF_PAIR.matcher(line).region(value, line.length());
            linesSinceName = name.lookingAt() && SecretNames.isSecret(name.group(1)) ? 0 : Integer.MAX_VALUE;
            return false;
        }
        return ofPair || SecretNames.isSecret(key);
    }

    private String withoutValueAfterBlank(String line) {
        Matcher key = WITH_BLANK.matcher(line);
        boolean comment =
                line.stripLeading().startsWith("#") || line.stripLeading().startsWith("!");
        while (!comment && key.find()) {
            String value = line.substring(key.end());
            if (SecretNames.isSecret(key.group(1)) && isMasked(value)) {
                continued = isContinued(line);
                return line.substring(0, key.end()) + Masking.MASK;
            }
            key.region(key.end() - 1, line.length());
        }
        return line;
    }

    private int endOfValue(String line, int start) {
        char first = start < line.length() ? line.charAt(start) : ' ';
        if (first == '"' || first == '\'') {
            int end = start + 1;
            while (end < line.length() && line.charAt(end) != first) {
                end += line.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(end + 1, line.length());
        }
        if (xml) {
            int end = start;
            while (end < line.length() && "<> \t".indexOf(line.charAt(end)) < 0) {
                end++;
            }
            return end;
        }
        return line.length();
    }

    private void noteLinesBelow(String line, int key, int start, int end) {
        String value = line.substring(start, end);
        char first = value.isEmpty() ? ' ' : value.charAt(0);
        boolean quoted = first == '"' || first == '\'';
        if (quoted && (value.length() == 1 || value.charAt(value.length() - 1) != first)) {
            openQuote = first;
        }
        continued = !quoted && isContinued(line);
        deeperThan = xml || quoted ? -1 : Math.min(key, indentation(line));
        block = value.startsWith("|") || value.startsWith(">");
    }

    private static boolean isMasked(String value) {
        String bare = bare(value);
        return !Secrets.isOrdinary(bare) && !PLACEHOLDER.matcher(bare).matches() && !bare.matches("[|>][+-]?\\d?");
    }

    /** Keeps the quotation marks. */
    private static String masked(String value) {
        char first = value.charAt(0);
        return first == '"' || first == '\'' ? first + Masking.MASK + first : Masking.MASK;
    }

    private static String bare(String value) {
        String text = value.strip();
        text = text.endsWith(",") || text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
        boolean quoted = text.length() > 1 && (text.startsWith("\"") || text.startsWith("'"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static String withoutAddresses(String line) {
        String text = line;
        for (String password : EmbeddedSecrets.of(line)) {
            text = text.replace(password + "@", Masking.MASK + "@");
        }
        return text;
    }

    private static boolean isContinued(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }
}
