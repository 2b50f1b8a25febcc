package dev.attest.internal.publish;

import dev.attest.internal.delivery.Progress;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what was reported against what a service has and what publishers say of it. */
final class Account {

    private final String name;
    private final RandomRun reported;
    private int published;
    private int refused;
    private int publishedFiles;
    private int refusedFiles;
    private boolean stateRefused;

    Account(String name, RandomRun reported) {
        this.name = name;
        this.reported = reported;
    }

    /** Takes what a publisher says of this run. */
    void add(Progress progress) {
        published += progress.results().published();
        refused += progress.results().refused();
        publishedFiles += progress.attachments().published();
        refusedFiles += progress.attachments().refused();
        stateRefused |= progress.refusals().stream().anyMatch(refusal -> refusal.contains("could not be completed"));
    }

    /** @param over whether nothing may wait any more */
    void compare(PublishedRun run, boolean over) {
        compare("attempts", run.attempts(), reported.attempts(), published, refused, over);
        compare("files", run.files(), reported.files(), publishedFiles, refusedFiles, over);
        if (over && !run.attempts().isEmpty()) {
            assertThat(run.states()).as("%s: runs", name).hasSize(1);
            assertThat(run.states().get(0))
                    .as("%s: state", name)
                    .matches(state -> stateRefused ? state.equals("InProgress") : isOver(state));
        }
    }

    private void compare(
            String what, List<String> there, List<String> happened, int published, int refused, boolean over) {
        assertThat(there).as("%s: %s", name, what).doesNotHaveDuplicates().isSubsetOf(happened);
        // What was sent and not acknowledged is there without anybody's knowing.
        assertThat(published).as("%s: published %s", name, what).isLessThanOrEqualTo(there.size());
        if (over) {
            assertThat(there).as("%s: %s, %d refused", name, what, refused).hasSize(happened.size() - refused);
            assertThat(published).as("%s: published %s", name, what).isEqualTo(there.size());
        }
    }

    private static boolean isOver(String state) {
        return state.equals("Completed") || state.equals("NeedsInvestigation");
    }

    @Override
    public String toString() {
        return name;
    }
}
