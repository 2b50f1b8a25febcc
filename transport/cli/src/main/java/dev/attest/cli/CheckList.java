package dev.attest.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The checks so far, in the order of their execution. */
final class CheckList {

    private final List<Check> checks;
    private final UnaryOperator<Check> renaming;

    CheckList() {
        this(new ArrayList<>(), UnaryOperator.identity());
    }

    private CheckList(List<Check> checks, UnaryOperator<Check> renaming) {
        this.checks = checks;
        this.renaming = renaming;
    }

    /** Returns a view whose added checks are about QAComplete: their names begin with {@code qac-}. */
    CheckList ofQaComplete() {
        return new CheckList(checks, Check::ofQaComplete);
    }

    void add(Check check) {
        checks.add(renaming.apply(check));
    }

    /** Adds checks that are skipped; returns false. */
    boolean skip(String why, String... names) {
        for (String name : names) {
            add(Check.skipped(name, why));
        }
        return false;
    }

    List<Check> checks() {
        return List.copyOf(checks);
    }
}
