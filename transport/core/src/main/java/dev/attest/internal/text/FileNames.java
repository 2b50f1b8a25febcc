package dev.attest.internal.text;

import java.util.regex.Pattern;

/**
 * Makes file names valid for the services and safe to download: without folders, colons, control and direction
 * characters, and names that Windows reserves.
 */
public final class FileNames {

    private static final int LONGEST = 255;
    private static final int LONGEST_EXTENSION = 16;
    private static final String UNNAMED = "attachment";
    private static final String STUB = ".not-uploaded.txt";
    private static final int LONGEST_RESERVED = 4;

    private FileNames() {}

    /** Returns a valid name that is as close as possible to the given one. */
    public static String safe(String name) {
        return shortened(cleaned(name), "");
    }

    /** Returns the name of the text file that replaces a file that is not uploaded. */
    public static String stub(String name) {
        return shortened(cleaned(name), STUB);
    }

    private static String cleaned(String name) {
        if (isPlain(name)) {
            return name;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        // Windows drops dots and blanks at the end of a name, and ".." is not a name.
        String clean = Patterns.FORBIDDEN.matcher(last).replaceAll("_").replaceAll("^\\s+|[.\\s]+$", "");
        if (clean.isEmpty()) {
            return UNNAMED;
        }
        return Patterns.RESERVED.matcher(clean).matches() ? "_" + clean : clean;
    }

    /** Returns whether a name is valid at first sight, as most are. Saves the search for patterns. */
    private static boolean isPlain(String name) {
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || c == '.';
            if (!plain) {
                return false;
            }
        }
        int dot = name.indexOf('.');
        return (dot < 0 ? name.length() : dot) > LONGEST_RESERVED && !name.endsWith(".");
    }

    private static String shortened(String name, String suffix) {
        if (name.length() + suffix.length() <= LONGEST) {
            return name + suffix;
        }
        int dot = name.lastIndexOf('.');
        boolean hasExtension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION;
        String extension = (hasExtension ? name.substring(dot) : "") + suffix;
        return Texts.head(name, LONGEST - extension.length()) + extension;
    }

    /** What few names need. */
    private static final class Patterns {

        static final Pattern FORBIDDEN = Pattern.compile(
                "[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF:*?\"<>|]");
        static final Pattern RESERVED =
                Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

        private Patterns() {}
    }
}
