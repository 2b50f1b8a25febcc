package dev.attest.internal.recorder;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The files that the output of a test, or of the run, named in vain. A few are told, the others counted. Thread-safe.
 */
final class LeftOutMarks {

    private static final int MOST_TOLD = 5;

    private final Set<String> told = new LinkedHashSet<>();
    private int others;

    /** Adds a sentence. One that is told already is not counted again. */
    synchronized void add(String sentence) {
        if (told.size() < MOST_TOLD) {
            told.add(sentence);
        } else if (!told.contains(sentence)) {
            others++;
        }
    }

    synchronized List<String> sentences() {
        if (told.isEmpty()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>(told);
        if (others > 0) {
            sentences.add("Further lines [[ATTACHMENT|...]] whose files are left out: " + others + ".");
        }
        return sentences;
    }
}
