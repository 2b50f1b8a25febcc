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

    /** The steps, each of which is tried whatever became of the others. */
    private enum Step {
        CONSOLE("the console output of the run"),
        CONFIGURATION("the configuration of the run"),
        NOTES("what was left out"),
        END("the end of the run");

        private final String subject;

        Step(String subject) {
            this.subject = subject;
        }
    }

    /** @param cutOff whether the JVM was shut down while tests ran */
    void write(boolean cutOff) {
        run.close();
        pending.giveAllToRun(console, marked, guard);
        for (Step step : Step.values()) {
            boolean own = guard.enter();
            try {
                take(step, cutOff);
            } catch (Throwable e) {
                guard.failed(step.subject, e);
            } finally {
                guard.leave(own);
            }
        }
    }

    private void take(Step step, boolean cutOff) throws IOException {
        switch (step) {
            case CONSOLE -> attachConsole();
            case CONFIGURATION -> {
                if (run.hasBegun()) {
                    configuration.attach(attachments, journal.run()::claimNotice);
                }
            }
            case NOTES -> {
                links.reportInvalid(guard::note);
                for (String sentence : marked.leftOut().sentences()) {
                    guard.note(sentence);
                }
            }
            case END -> run.finish(cutOff);
        }
    }

    private void attachConsole() throws IOException {
        try (ConsoleOutput output = console.run().end()) {
            if (run.hasBegun()) {
                attachments.addConsole(RowAttempt.RUN, output);
            }
        }
    }
}
