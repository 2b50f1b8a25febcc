package dev.attest.internal.recorder;

import dev.attest.internal.console.ConsoleOutput;
import dev.attest.internal.console.OutputRouter;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.Journal;
import java.io.IOException;

/**
 * Writes down what is left when no test follows: what was prepared for none, the output and the configuration of the
 * run.
 */
final class RunEnd {

    private final Journal journal;
    private final RunJournal run;
    private final PendingTests preparations;
    private final OutputRouter console;
    private final RunConfiguration configuration;
    private final AttachmentWriter attachments;
    private final TestAttachments files;
    private final AnnotationLinks linking;
    private final Guard guard;

    RunEnd(
            Journal journal,
            RunJournal run,
            PendingTests preparations,
            OutputRouter console,
            RunConfiguration configuration,
            AttachmentWriter attachments,
            TestAttachments files,
            AnnotationLinks linking,
            Guard guard) {
        this.journal = journal;
        this.run = run;
        this.preparations = preparations;
        this.console = console;
        this.configuration = configuration;
        this.attachments = attachments;
        this.files = files;
        this.linking = linking;
        this.guard = guard;
    }

    /** @param cutOff whether the JVM was told to end while tests ran */
    void write(boolean cutOff) {
        run.close();
        preparations
                .upcoming()
                .takeAll((thread, test) ->
                        guard.run("what was prepared", () -> preparations.giveToRun(thread, test, console, files)));
        guard.run("the console output of the run", this::attachConsole);
        guard.run("the configuration of the run", () -> {
            if (run.hasBegun()) {
                configuration.attach(attachments, journal.run()::claimNotice);
            }
        });
        linking.tell(guard::note);
        guard.run("the end of the run", () -> run.finish(cutOff));
    }

    private void attachConsole() throws IOException {
        try (ConsoleOutput printed = console.run().end()) {
            if (run.hasBegun()) {
                attachments.add(RowAttempt.RUN, printed);
            }
        }
    }
}
