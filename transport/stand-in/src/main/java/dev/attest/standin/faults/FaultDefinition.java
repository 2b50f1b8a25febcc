package dev.attest.standin.faults;

import java.util.HashSet;

/** A parsed fault: its text, the requests that it applies to, and what happens to them. */
record FaultDefinition(String text, MatchCondition condition, Fault fault) {

    /**
     * Parses a fault, see {@link FaultGrammar}.
     *
     * @throws IllegalArgumentException naming the wrong option and what is expected
     */
    static FaultDefinition of(String text) {
        try {
            return read(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " The fault was: " + text.strip(), e);
        }
    }

    private static FaultDefinition read(String text) {
        var rule = TokenizedRule.of(text);
        var conditions = new ConditionParser();
        var actions = new ActionParser();
        var names = new HashSet<String>();
        for (var token : rule.tokens()) {
            if (!conditions.accept(token) && !actions.accept(token)) {
                throw token.expected("one of " + String.join(", ", ConditionParser.NAMES) + " (when), "
                        + String.join(", ", ActionParser.NAMES) + " (what)");
            }
            if (!names.add(token.name()) && !token.name().equals("header")) {
                throw new IllegalArgumentException("\"" + token.name() + "\" appears twice.");
            }
        }
        if (names.contains("nth") && (names.contains("from") || names.contains("to") || names.contains("every"))) {
            throw new IllegalArgumentException(
                    "\"nth\" names one request. It cannot be combined with from, to or every.");
        }
        if (ConditionParser.NAMES.containsAll(names)) {
            throw new IllegalArgumentException("The fault does not say what happens: expected one of "
                    + String.join(", ", ActionParser.NAMES) + ".");
        }
        return new FaultDefinition(text, conditions.condition(rule), actions.fault());
    }
}
