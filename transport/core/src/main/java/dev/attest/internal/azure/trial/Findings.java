package dev.attest.internal.azure.trial;

import dev.attest.internal.azure.trial.Finding.Verdict;
import dev.attest.internal.rest.NotDeliveredException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a trial finds out. Not thread-safe. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    /** Tries one assumption. */
    interface Attempt {

        /** Returns what the service did that was not assumed; null if it did what was assumed. */
        @Nullable
        String difference() throws NotDeliveredException;
    }

    /** Records whether an assumption holds without which something is lost. Returns whether it does. */
    boolean require(String assumption, String consequence, Attempt attempt) {
        return add(assumption, Verdict.DIFFERENT, consequence, attempt);
    }

    /** Records whether an assumption holds without which Attest takes another way. Returns whether it does. */
    boolean prefer(String assumption, String consequence, Attempt attempt) {
        return add(assumption, Verdict.OTHERWISE, consequence, attempt);
    }

    void skip(String assumption, String why) {
        all.add(Finding.notTried(assumption, why));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    private boolean add(String assumption, Verdict otherwise, String consequence, Attempt attempt) {
        String seen;
        try {
            seen = attempt.difference();
        } catch (NotDeliveredException e) {
            seen = e.reason();
        }
        all.add(
                seen == null
                        ? Finding.asAssumed(assumption, "as assumed")
                        : new Finding(assumption, otherwise, seen, consequence));
        return seen == null;
    }
}
