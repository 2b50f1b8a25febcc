package dev.attest.standin.azure.wiql;

import java.util.function.UnaryOperator;

/** The condition of a query. */
@FunctionalInterface
public interface Condition {

    /** Returns whether a work item matches. The {@code item} returns the text of a field, empty if it is missing. */
    boolean holds(UnaryOperator<String> item);

    /** Returns a condition that requires both. */
    default Condition and(Condition other) {
        return item -> holds(item) && other.holds(item);
    }

    /** Returns a condition that requires at least one. */
    default Condition or(Condition other) {
        return item -> holds(item) || other.holds(item);
    }

    /** Returns the negated condition. */
    default Condition negated() {
        return item -> !holds(item);
    }
}
