package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.TestDescription;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Describes the run and the test of a file that goes to another target. */
final class Origins {

    private final DeliveryState state;
    private final ResultIndex recorded;

    Origins(DeliveryState state, ResultIndex recorded) {
        this.state = state;
        this.recorded = recorded;
    }

    /** Returns one sentence. It is the same in each JVM that delivers the file. */
    String of(Attachment attachment) throws IOException {
        Run run = state.run();
        String where = run == null ? "a run" : "the run \"" + run.title() + "\" of " + run.started();
        TestDescription test = test(attachment);
        return test == null
                ? "Attached in " + where + "."
                : "Attached by the test \"" + test.title() + "\", attempt " + attachment.attempt() + ", in " + where
                        + ".";
    }

    private @Nullable TestDescription test(Attachment attachment) throws IOException {
        TestDescription running = state.running().get(attachment.row());
        return running == null
                ? recorded.find(attachment.row(), attachment.attempt())
                        .map(Result::test)
                        .orElse(null)
                : running;
    }
}
