package dev.attest.standin.faults;

import java.util.HashSet;

/** A rule that has been understood. */
record Rule(String text, Occasion occasion, Fault fault) {

    /**
     * Reads a rule, see {@link FaultGrammar}.
     *
     * @throws IllegalArgumentException with the word that is wrong and what was expected
     */
    static Rule of(String text) {
        try {
            return read(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " The fault was: " + text.strip(), e);
        }
    }

    private static Rule read(String text) {
        var sentence = Sentence.of(text);
        var occasion = new OccasionWords();
        var fault = new FaultWords();
        var said = new HashSet<String>();
        for (var word : sentence.words()) {
            if (!occasion.take(word) && !fault.take(word)) {
                throw word.expected("one of " + String.join(", ", OccasionWords.NAMES) + " (when), "
                        + String.join(", ", FaultWords.NAMES) + " (what)");
            }
            if (!said.add(word.name()) && !word.name().equals("header")) {
                throw new IllegalArgumentException("\"" + word.name() + "\" is said twice.");
            }
        }
        if (said.contains("nth") && (said.contains("from") || said.contains("to") || said.contains("every"))) {
            throw new IllegalArgumentException("\"nth\" is one request, and goes with none of from, to and every.");
        }
        if (OccasionWords.NAMES.containsAll(said)) {
            throw new IllegalArgumentException(
                    "It does not say what happens: expected one of " + String.join(", ", FaultWords.NAMES) + ".");
        }
        return new Rule(text, occasion.of(sentence), fault.fault());
    }
}
