package dev.attest.internal.azure.bugs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts the bugs of a run against the limit and remembers the tests beyond it. Thread-safe. */
final class BugLimit {

    private static final int NAMED = 20;

    private final int limit;
    private final Set<String> tests = new LinkedHashSet<>();
    private int more;
    private boolean reached;

    BugLimit(int limit) {
        this.limit = limit;
    }

    /** Returns whether a run with that many bugs may have another one. Stays false once it was false. */
    synchronized boolean allows(int filed) {
        reached |= filed >= limit;
        return !reached;
    }

    synchronized boolean reached() {
        return reached;
    }

    synchronized void addUnreported(String test) {
        if (tests.size() < NAMED) {
            tests.add(test);
        } else if (!tests.contains(test)) {
            more++;
        }
    }

    synchronized List<String> remarks() {
        return tests.isEmpty()
                ? List.of()
                : List.of("No bug was looked for or filed for " + String.join(", ", tests)
                        + (more == 0 ? "" : " and " + more + " more")
                        + ": attest.azure.bugs.limit allows " + limit + " a run.");
    }
}
