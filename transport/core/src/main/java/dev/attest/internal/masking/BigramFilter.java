package dev.attest.internal.masking;

import java.util.Collection;

/**
 * Tells of most texts that they have none of some words, in a fraction of the time that a search takes: a word is there
 * only if all its pairs of neighbouring characters are, one after the other. White space does not count, as it may
 * break a word. Thread-safe.
 *
 * <p>It uses arrays and no class of the JDK but String, because it runs on threads of tests, which may mock the others.
 * It runs for each test before it is compiled, when to call a method for each character takes most of the time.
 */
final class BigramFilter {

    private static final int PLACES = 1 << 12;

    /** How many characters of a text are looked at together. */
    private static final int PIECE = 8192;

    /** By hash: the pairs of all words, of the lower half of each character. */
    private final boolean[] pairs = new boolean[PLACES];

    /** Number of pairs in the shortest word; negative if the lower halves of a word are all blanks, as of А to Р. */
    private final int fewest;

    BigramFilter(Collection<String> words) {
        int least = Integer.MAX_VALUE;
        for (String word : words) {
            int count = -1;
            int before = 0;
            for (int at = 0; at < word.length(); at++) {
                int c = word.charAt(at) & 0xff;
                if (c > ' ') {
                    pairs[(before * 61 + c) & (PLACES - 1)] |= count >= 0;
                    before = c;
                    count++;
                }
            }
            least = count < least ? count : least;
        }
        this.fewest = least;
    }

    /**
     * Returns false if the text has no word, in plain form or broken. True for a text with escapes, and for a log whose
     * lines have prefixes: there a word may have other characters.
     */
    @SuppressWarnings("deprecation") // only half of each character counts: those of most texts fit into it
    boolean mayFind(String text) {
        if (fewest < 0) {
            return true;
        }
        int length = text.length();
        byte[] piece = new byte[length < PIECE ? length : PIECE];
        int count = 0;
        int before = 0;
        for (int from = 0; from < length; from += PIECE) {
            int size = length - from < PIECE ? length - from : PIECE;
            text.getBytes(from, from + size, piece, 0);
            for (int at = 0; at < size; at++) {
                int c = piece[at] & 0xff;
                if (c > ' ') {
                    count = pairs[(before * 61 + c) & (PLACES - 1)] ? count + 1 : 0;
                    if (count >= fewest || c == '\\' || c == '&' || c == '%') {
                        return true;
                    }
                    before = c;
                } else if (c == '\n' && from + at + 1 < length && text.charAt(from + at + 1) == '[') {
                    return true;
                }
            }
        }
        return false;
    }
}
