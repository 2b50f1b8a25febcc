package dev.attest.internal.azure.bugs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was not filed since the run has enough bugs. Thread-safe. */
final class BugLimit {

    private static final int NAMED = 20;

    private final int limit;
    private final Set<String> tests = new LinkedHashSet<>();
    private int more;
    private boolean reached;

    BugLimit(int limit) {
        this.limit = limit;
    }

    /** Returns whether another bug may be filed in a run that has so many. */
    synchronized boolean allows(int filed) {
        reached |= filed >= limit;
        return !reached;
    }

    synchronized boolean reached() {
        return reached;
    }

    synchronized void leftOut(String test) {
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
