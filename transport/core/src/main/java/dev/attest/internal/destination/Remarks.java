package dev.attest.internal.destination;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a person should know at the end of a run: each sentence once, in order. Keeps the first hundred and counts the
 * others. Thread-safe.
 */
public final class Remarks {

    private static final int MAX = 100;

    private final Set<String> sentences = new LinkedHashSet<>();
    private int more;

    public synchronized void add(String sentence) {
        if (sentences.size() < MAX) {
            sentences.add(sentence);
        } else if (!sentences.contains(sentence)) {
            more++;
        }
    }

    /** Returns the sentences, and one with the number of the others. */
    public synchronized List<String> all() {
        List<String> all = new ArrayList<>(sentences);
        if (more > 0) {
            all.add(more + " more of this kind.");
        }
        return List.copyOf(all);
    }
}
