package dev.attest.internal.destination;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a person should know at the end of the run, each thing once, in the order in which it came up, and no more than
 * a person reads: of what is said after the first hundred only the number is kept. Thread-safe.
 */
public final class Remarks {

    private static final int MOST = 100;

    private final Set<String> sentences = new LinkedHashSet<>();
    private int more;

    /** Adds a sentence. */
    public synchronized void add(String sentence) {
        if (sentences.size() < MOST) {
            sentences.add(sentence);
        } else if (!sentences.contains(sentence)) {
            more++;
        }
    }

    /** Returns the sentences. */
    public synchronized List<String> all() {
        List<String> all = new ArrayList<>(sentences);
        if (more > 0) {
            all.add(more + " more of this kind.");
        }
        return List.copyOf(all);
    }
}
