package dev.attest.internal.summary;

/**
 * Puts text of tests into Markdown as GitHub and Azure DevOps read it. Whatever it holds, it stays text: nothing of it
 * is markup, HTML, a link, or a line of its own.
 *
 * <p>Characters that mean something become entities, as CommonMark 0.31 defines them (section 2.5: an entity never has
 * the effect of the character that it stands for).
 */
final class Markdown {

    private static final String MARKUP = "&<>|`*_~[]()#!\\:@$^=+-.{}\"'%";

    /** Letters of these are markup only next to other letters. */
    private static final String ONLY_AT_THE_START = "#+-.=()'\"%{}^!";

    private Markdown() {}

    /** Returns the text as a part of a paragraph or of the cell of a table. */
    static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == ' ' || c == '\t' || isLineEnd(c)) {
                addSpace(safe);
            } else if (isInvisible(c)) {
                safe.append('\uFFFD');
            } else if (MARKUP.indexOf(c) >= 0
                    && (ONLY_AT_THE_START.indexOf(c) < 0 || isAtStart(safe) || isOfAddress(c, safe))) {
                safe.append("&#").append(c).append(';');
            } else {
                safe.appendCodePoint(c);
            }
        }
        return safe.toString();
    }

    /** Spaces at the start would make code, and two in a row are shown as one. */
    private static void addSpace(StringBuilder safe) {
        if (safe.length() > 0 && safe.charAt(safe.length() - 1) != ' ') {
            safe.append(' ');
        }
    }

    /** Returns a link with this text; the text alone if the address is not one of the web. */
    static String link(String text, String address) {
        return isWebAddress(address) ? "[" + text(text) + "](" + address + ")" : text(text);
    }

    private static boolean isAtStart(StringBuilder safe) {
        for (int i = 0; i < safe.length(); i++) {
            if (safe.charAt(i) != ' ' && (safe.charAt(i) < '0' || safe.charAt(i) > '9')) {
                return false;
            }
        }
        return true;
    }

    /** GitHub makes a link of {@code www.} and what follows. */
    private static boolean isOfAddress(int c, StringBuilder safe) {
        int length = safe.length();
        return c == '.' && length >= 3 && safe.substring(length - 3).equalsIgnoreCase("www");
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** Controls, halves of pairs, and characters that turn or hide others. */
    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static boolean isWebAddress(String address) {
        return address.matches("https?://[A-Za-z0-9\\-._~:/?#\\[\\]@!$&*+,;=%]+");
    }
}
