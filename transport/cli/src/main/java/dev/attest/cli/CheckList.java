package dev.attest.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The checks so far, in order. */
final class CheckList {

    private final List<Check> checks;
    private final UnaryOperator<Check> named;

    CheckList() {
        this(new ArrayList<>(), UnaryOperator.identity());
    }

    private CheckList(List<Check> checks, UnaryOperator<Check> named) {
        this.checks = checks;
        this.named = named;
    }

    /** Returns the same, where what is added is about QAComplete: so are its name, and the settings that may mend it. */
    CheckList ofQaComplete() {
        return new CheckList(checks, Check::ofQaComplete);
    }

    void add(Check check) {
        checks.add(named.apply(check));
    }

    /** Notes that these are not looked at; returns false. */
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
