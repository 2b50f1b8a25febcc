package dev.attest.azure;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a person should know at the end of the run, each thing once, in the order in which it came up. Thread-safe. */
final class Remarks {

    private final Set<String> sentences = Collections.synchronizedSet(new LinkedHashSet<>());

    void add(String sentence) {
        sentences.add(sentence);
    }

    List<String> all() {
        synchronized (sentences) {
            return List.copyOf(sentences);
        }
    }
}
