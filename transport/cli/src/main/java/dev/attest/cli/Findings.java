package dev.attest.cli;

import java.util.ArrayList;
import java.util.List;

/** The checks so far, in order. */
final class Findings {

    private final List<Check> checks = new ArrayList<>();

    void add(Check check) {
        checks.add(check);
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
