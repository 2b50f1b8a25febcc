package dev.attest.internal.recorder;

import dev.attest.internal.console.ConsoleOutput;
import dev.attest.internal.console.OutputRouter;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.Journal;
import java.io.IOException;

/** Writes the end of the run: unfinished set-ups, the console output and the configuration of the run. */
record RunEnd(
        Journal journal,
        RunJournal run,
        PendingTests pending,
        OutputRouter console,
        RunConfiguration configuration,
        AttachmentWriter attachments,
        MarkedFiles marked,
        AnnotationLinks links,
        Guard guard) {

    /** @param cutOff whether the JVM was shut down while tests ran */
    void write(boolean cutOff) {
        run.close();
        pending.giveAllToRun(console, marked, guard);
        guard.run("the console output of the run", this::attachConsole);
        guard.run("the configuration of the run", () -> {
            if (run.hasBegun()) {
                configuration.attach(attachments, journal.run()::claimNotice);
            }
        });
        links.reportInvalid(guard::note);
        marked.leftOut().sentences().forEach(guard::note);
        guard.run("the end of the run", () -> run.finish(cutOff));
    }

    private void attachConsole() throws IOException {
        try (ConsoleOutput output = console.run().end()) {
            if (run.hasBegun()) {
                attachments.addConsole(RowAttempt.RUN, output);
            }
        }
    }
}
