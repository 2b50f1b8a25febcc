package dev.attest.internal.recorder;

import dev.attest.AttachmentType;
import dev.attest.internal.console.ConsoleOutput;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.masking.Masking;
import dev.attest.spi.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Writes results to the journal, after what has no room in them, and counts them. Thread-safe. */
final class ResultWriter {

    /** What a field of a service can hold; a longer trace is attached whole. */
    private static final int LONGEST_FIELD = 4000;

    private final Journal journal;
    private final AttachmentWriter attachments;
    private final Masking masking;
    private final Guard guard;
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    ResultWriter(Journal journal, AttachmentWriter attachments, Masking masking, Guard guard) {
        this.journal = journal;
        this.attachments = attachments;
        this.masking = masking;
        this.guard = guard;
    }

    ReportedCount reported() {
        return new ReportedCount(all.get(), lost.get());
    }

    /** Attaches what the test of a result printed: before the result itself is written down. */
    void addOutput(Result result, ConsoleOutput printed) {
        guard.run("output of " + result.test().title(), () -> attachments.add(placeOf(result), printed));
    }

    /** Writes a result down. */
    void add(Result result) throws IOException {
        all.incrementAndGet();
        try {
            Failure failure = masked(result.failure());
            if (failure != null && isTooLong(failure)) {
                guard.run("the whole stack trace of " + result.test().title(), () -> attachWhole(result, failure));
                journal.append(new Event.ResultRecorded(result.with(failure.cutAfter(LONGEST_FIELD))));
            } else {
                journal.append(new Event.ResultRecorded(result.with(failure)));
            }
        } catch (IOException | RuntimeException e) {
            lost.incrementAndGet();
            throw e;
        }
    }

    private @Nullable Failure masked(@Nullable Failure failure) {
        return failure == null
                ? null
                : new Failure(masking.mask(failure.message()), masking.mask(failure.stackTrace()));
    }

    private void attachWhole(Result result, Failure failure) throws IOException {
        String whole = failure.message() + "\n\n" + failure.stackTrace();
        attachments.add(
                placeOf(result),
                "stack-trace.txt",
                AttachmentType.TMI_TEST_RESULT_DETAIL,
                new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8)));
    }

    private static RowAttempt placeOf(Result result) {
        return new RowAttempt(result.row(), result.attempt());
    }

    private static boolean isTooLong(Failure failure) {
        return failure.message().length() > LONGEST_FIELD
                || failure.stackTrace().length() > LONGEST_FIELD;
    }
}
