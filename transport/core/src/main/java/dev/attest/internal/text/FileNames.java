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
    private static final Pattern FORBIDDEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF:*?\"<>|]");
    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

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
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        // Windows drops dots and blanks at the end of a name, and ".." is not a name.
        String clean = FORBIDDEN.matcher(last).replaceAll("_").replaceAll("^\\s+|[.\\s]+$", "");
        if (clean.isEmpty()) {
            return UNNAMED;
        }
        return RESERVED.matcher(clean).matches() ? "_" + clean : clean;
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
}
