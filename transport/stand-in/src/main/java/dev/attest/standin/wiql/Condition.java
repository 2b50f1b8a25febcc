package dev.attest.standin.wiql;

import java.util.function.UnaryOperator;

/** What a work item must be for a query to find it. */
@FunctionalInterface
public interface Condition {

    /** Returns whether it is; {@code item} gives the text of a field, empty when it has none. */
    boolean holds(UnaryOperator<String> item);

    /** Returns what holds when both do. */
    default Condition and(Condition other) {
        return item -> holds(item) && other.holds(item);
    }

    /** Returns what holds when one of them does. */
    default Condition or(Condition other) {
        return item -> holds(item) || other.holds(item);
    }

    /** Returns what holds when this does not. */
    default Condition negated() {
        return item -> !holds(item);
    }
}
