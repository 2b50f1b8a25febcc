package dev.attest.internal.recorder;

import dev.attest.AttachmentType;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.masking.Masking;
import dev.attest.internal.quarantine.KnownFailure;
import dev.attest.internal.quarantine.KnownFailures;
import dev.attest.internal.summary.TestTally;
import dev.attest.spi.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Writes results to the journal, after the attachments that supplement them, and counts them. Thread-safe. */
final class ResultWriter {

    /** The limit of a field in the services. A longer stack trace is also attached in full. */
    private static final int LONGEST_FIELD = 4000;

    private final Journal journal;
    private final AttachmentWriter attachments;
    private final Masking masking;
    private final Guard guard;
    private final KnownFailures known;
    private final TestTally tally;
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    ResultWriter(Journal journal, AttachmentWriter attachments, Masking masking, KnownFailures known, Guard guard) {
        this.known = known;
        this.tally = new TestTally(known);
        this.journal = journal;
        this.attachments = attachments;
        this.masking = masking;
        this.guard = guard;
    }

    ReportedCount reported() {
        return new ReportedCount(all.get(), lost.get());
    }

    /** Returns what the results came to so far. */
    TestTally tally() {
        return tally;
    }

    /** @param hold whether {@link #writeHeld} follows soon */
    void add(Result reported, boolean hold) throws IOException {
        all.incrementAndGet();
        try {
            Failure failure = masked(reported.failure());
            Result result = failure == null ? reported : quarantined(reported);
            if (failure != null && isTooLong(failure)) {
                guard.run("the whole stack trace of " + result.test().title(), () -> attachInFull(result, failure));
                append(new Event.ResultRecorded(result.with(failure.cutAfter(LONGEST_FIELD))), hold);
            } else {
                append(new Event.ResultRecorded(failure == null ? result : result.with(failure)), hold);
            }
            note(result, failure);
        } catch (Throwable e) {
            lost.incrementAndGet();
            throw e;
        }
    }

    /** Returns the result of a failure, which is said to be known if it is. */
    private Result quarantined(Result result) {
        KnownFailure entry = known.of(result.test().id());
        return entry == null || entry.expired() ? result : result.withComment(join(entry.words(), result.comment()));
    }

    private static String join(String words, String comment) {
        return comment.isEmpty() ? words : words + "\n" + comment;
    }

    /** The summary of the build is worth less than the result, which is recorded by now. */
    private void note(Result result, @Nullable Failure failure) {
        try {
            tally.add(failure == null ? result : result.with(failure));
        } catch (Throwable e) {
            guard.failed("a result for the summary of the build", e);
        }
    }

    /** Writes the results that are held. */
    void writeHeld() {
        try {
            journal.writeHeld();
        } catch (Throwable e) {
            lost.incrementAndGet();
            guard.failed("a result", e);
        }
    }

    private void append(Event event, boolean hold) throws IOException {
        if (hold) {
            journal.hold(event);
        } else {
            journal.append(event);
        }
    }

    /** Records a result that counts if the JVM dies before the last one is added. */
    void stopped(Result result) throws IOException {
        Failure failure = masked(result.failure());
        journal.append(new Event.AttemptStopped(
                result.row(),
                result.attempt(),
                result.outcome(),
                result.duration(),
                failure == null || !isTooLong(failure) ? failure : failure.cutAfter(LONGEST_FIELD),
                result.comment()));
    }

    private @Nullable Failure masked(@Nullable Failure failure) {
        return failure == null
                ? null
                : new Failure(masking.mask(failure.message()), masking.mask(failure.stackTrace()));
    }

    private void attachInFull(Result result, Failure failure) throws IOException {
        String whole = failure.message() + "\n\n" + failure.stackTrace();
        attachments.addBytes(
                new RowAttempt(result.row(), result.attempt()),
                "stack-trace.txt",
                AttachmentType.TMI_TEST_RESULT_DETAIL,
                whole.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isTooLong(Failure failure) {
        return failure.message().length() > LONGEST_FIELD
                || failure.stackTrace().length() > LONGEST_FIELD;
    }
}
