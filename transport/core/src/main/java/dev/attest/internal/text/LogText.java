package dev.attest.internal.text;

/**
 * Text of tests, services and exceptions in the log of a build. A CI system executes parts of the log: Azure Pipelines
 * {@code ##vso[..]} anywhere in a line, GitHub Actions {@code ##[..]} anywhere and {@code ::..::} at its start,
 * TeamCity {@code ##teamcity[..]}. GitLab, Jenkins and terminals execute control characters. None of it is left here,
 * while a person can still read the text.
 *
 * @see <a href="https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands">Azure Pipelines</a>
 * @see <a href="https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs">GitHub Actions</a>
 */
public final class LogText {

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder safe;
    private boolean atStart = true;
    private boolean lastIsFirstColon;
    private int last;

    private LogText(int length) {
        safe = new StringBuilder(length + 16);
    }

    /** Returns the text as one line that is no command and holds none. */
    public static String line(String text) {
        return new LogText(text.length()).add(text, false);
    }

    /** Returns the text, such as a stack trace, as lines that are no commands and hold none. */
    public static String lines(String text) {
        return new LogText(text.length()).add(text, true);
    }

    /** Returns the text with a blank for each character that ends a line or steers a terminal. */
    public static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            line.appendCodePoint(isControl(c) ? ' ' : c);
            at += Character.charCount(c);
        }
        return line.toString();
    }

    private String add(String text, boolean keepsLines) {
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (keepsLines && (c == '\n' || (c == '\r' && at < text.length() && text.charAt(at) == '\n'))) {
                safe.append((char) c);
                atStart = true;
                last = c;
                lastIsFirstColon = false;
            } else if (keepsLines && c == '\t') {
                safe.append('\t');
                last = c;
                lastIsFirstColon = false;
            } else {
                add(visible(c));
            }
        }
        return safe.toString();
    }

    private void add(int c) {
        if (!isIgnored(c)) {
            if (c == last && (c == '#' || lastIsFirstColon)) {
                safe.append(' ');
            }
            lastIsFirstColon = c == ':' && atStart;
            atStart &= isBlank(c);
            last = c;
        }
        safe.appendCodePoint(c);
    }

    private static int visible(int c) {
        int type = Character.getType(c);
        if (isControl(c)) {
            return ' ';
        }
        // They turn or hide others, and a search by the rules of a language skips them.
        return type == Character.FORMAT || type == Character.SURROGATE ? REPLACEMENT : c;
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Returns whether a search by the rules of a language may skip a character: {@code #} and {@code #} meet then. */
    private static boolean isIgnored(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
