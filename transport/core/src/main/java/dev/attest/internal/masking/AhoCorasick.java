package dev.attest.internal.masking;

import java.util.Collection;

/**
 * Finds any of many words in one pass over a text (Aho and Corasick). The time depends on the length of the text only.
 * Thread-safe.
 *
 * <p>It uses arrays and no class of the JDK but String, because it runs on threads of tests, which may mock the others.
 */
final class AhoCorasick {

    private static final int ROOT = 0;
    private static final int ASCII = 128;
    private static final int CHAR_BITS = 16;
    private static final long FIBONACCI = 0x9E3779B97F4A7C15L;

    /** A prefix that a log puts before each line, such as a name of a thread, has at most this length. */
    private static final int LONGEST_PREFIX = 120;

    private final boolean ignoresBreaks;
    private final int longestWord;

    /** The edges of the trie, as a hash table: state and character plus one, to a state. */
    private final long[] edges;

    private final int[] targets;
    private final int shift;

    private final int[] fromRoot = new int[ASCII];
    private final int[] depth;
    private final int[] suffix;

    /** The length of the longest word that ends in a state. */
    private final int[] found;

    private int states = 1;

    /** @param ignoresBreaks whether a word is also found if white space, or the prefix of a log line, is in it */
    AhoCorasick(Collection<String> words, boolean ignoresBreaks) {
        this.ignoresBreaks = ignoresBreaks;
        int most = 1;
        int longest = 0;
        for (String word : words) {
            most += word.length();
            longest = Math.max(longest, word.length());
        }
        this.longestWord = longest;
        int bits = Math.max(4, Integer.SIZE - Integer.numberOfLeadingZeros(most) + 1);
        this.edges = new long[1 << bits];
        this.targets = new int[1 << bits];
        this.shift = Long.SIZE - bits;
        this.depth = new int[most];
        this.suffix = new int[most];
        this.found = new int[most];
        int[] parents = new int[most];
        char[] last = new char[most];
        for (String word : words) {
            add(word, parents, last);
        }
        connect(parents, last);
        for (char c = 0; c < ASCII; c++) {
            fromRoot[c] = Math.max(ROOT, child(ROOT, c));
        }
    }

    /** Returns the length of the longest word. */
    int longestWord() {
        return longestWord;
    }

    /**
     * Finds the words from an index on.
     *
     * @param spans gets where they are, in the order of their ends
     * @return the index at which a word may begin that continues behind the text; the length of the text if none may
     */
    int find(String text, int from, Spans spans) {
        int length = text.length();
        int[] places = new int[ignoresBreaks ? longestWord + 1 : 0];
        int place = 0;
        int state = ROOT;
        for (int at = from; at < length; at++) {
            char c = text.charAt(at);
            if (ignoresBreaks && c <= ' ') {
                at = c == '\n' ? beforeLine(text, at) : at;
                continue;
            }
            state = next(state, c);
            if (ignoresBreaks) {
                place = place + 1 == places.length ? 0 : place + 1;
                places[place] = at;
            }
            if (found[state] > 0) {
                spans.add(startOf(found[state], at, places, place), at + 1);
            }
        }
        return depth[state] == 0 ? length : startOf(depth[state], length - 1, places, place);
    }

    /** @param places the indexes of the last characters that are no breaks, a ring; unused if no break is ignored */
    private int startOf(int size, int last, int[] places, int place) {
        if (!ignoresBreaks) {
            return last + 1 - size;
        }
        int first = place + 1 - size;
        return places[first < 0 ? first + places.length : first];
    }

    /** Returns the index before the text of a line: that of the line break, or the end of a prefix in brackets. */
    private static int beforeLine(String text, int lineBreak) {
        int first = lineBreak + 1;
        if (first == text.length() || text.charAt(first) != '[') {
            return lineBreak;
        }
        int last = first + LONGEST_PREFIX < text.length() ? first + LONGEST_PREFIX : text.length();
        for (int at = first; at < last && text.charAt(at) != '\n'; at++) {
            if (text.charAt(at) == ']') {
                return at;
            }
        }
        return lineBreak;
    }

    private int next(int state, char c) {
        int at = state;
        while (at != ROOT) {
            int child = child(at, c);
            if (child >= 0) {
                return child;
            }
            at = suffix[at];
        }
        if (c < ASCII) {
            return fromRoot[c];
        }
        int child = child(ROOT, c);
        return child < 0 ? ROOT : child;
    }

    /** Returns the state after a character; -1 if no word goes on with it. */
    private int child(int state, char c) {
        int slot = slot(key(state, c));
        return edges[slot] == 0 ? -1 : targets[slot];
    }

    /** Returns the key of an edge, which is not 0. */
    private static long key(int state, char c) {
        return (((long) state << CHAR_BITS) | c) + 1;
    }

    /** Returns the index of a key, or of the free place for it. */
    private int slot(long key) {
        int slot = (int) ((key * FIBONACCI) >>> shift);
        while (edges[slot] != 0 && edges[slot] != key) {
            slot = slot + 1 == edges.length ? 0 : slot + 1;
        }
        return slot;
    }

    private void add(String word, int[] parents, char[] last) {
        int state = ROOT;
        for (int at = 0; at < word.length(); at++) {
            long key = key(state, word.charAt(at));
            int slot = slot(key);
            if (edges[slot] == 0) {
                edges[slot] = key;
                targets[slot] = states;
                depth[states] = depth[state] + 1;
                parents[states] = state;
                last[states] = word.charAt(at);
                states++;
            }
            state = targets[slot];
        }
        found[state] = word.length();
    }

    /** Links each state to that of its longest proper suffix, the shorter ones first. */
    private void connect(int[] parents, char[] last) {
        for (int state : byDepth()) {
            int parent = parents[state];
            suffix[state] = parent == ROOT ? ROOT : nextOfSuffix(suffix[parent], last[state]);
            found[state] = Math.max(found[state], found[suffix[state]]);
        }
    }

    private int nextOfSuffix(int from, char c) {
        int at = from;
        int child = child(at, c);
        while (child < 0 && at != ROOT) {
            at = suffix[at];
            child = child(at, c);
        }
        return Math.max(ROOT, child);
    }

    private int[] byDepth() {
        int[] next = new int[longestWord + 2];
        for (int state = 1; state < states; state++) {
            next[depth[state] + 1]++;
        }
        for (int at = 1; at < next.length; at++) {
            next[at] += next[at - 1];
        }
        int[] sorted = new int[states - 1];
        for (int state = 1; state < states; state++) {
            sorted[next[depth[state]]++] = state;
        }
        return sorted;
    }
}
