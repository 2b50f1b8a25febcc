package dev.attest.internal.destination;

import dev.attest.internal.history.ReviewedTest;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import java.io.Closeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service that Attest publishes runs to.
 *
 * <p>Methods do not throw for errors of the network or the service: the {@link DeliveryResult} tells. Each call makes
 * one attempt and blocks until it ends. The caller waits and retries. If {@code possiblyApplied} is true, a previous
 * attempt of the same request may have been applied. The destination then looks for its effect before it creates
 * anything. Thread-safe: several threads upload attachments at once.
 */
public interface Destination extends Closeable {

    /** Returns a short name in lower case, such as {@code azure}. Its acknowledgement log has that name. */
    String name();

    /** Returns the address without secrets. The id of a run is valid at this address only. */
    String address();

    /**
     * Looks at the service before the run is created. The result has at most one id. Attest records it and passes it to
     * each {@link #create} as {@link Run#mark()}, also after the death of this JVM. The destination can then tell
     * whether an earlier attempt was applied. A result without an id means that no request was sent.
     */
    DeliveryResult prepare(Run run);

    /** Creates the run. The result has its id. */
    DeliveryResult create(Run run, boolean possiblyApplied);

    /**
     * Creates a row for each result. No row of these tests is acknowledged yet. The result has an id for each, in
     * order. A rejection creates no row.
     */
    DeliveryResult deliver(String runId, List<Result> results, boolean possiblyApplied);

    /**
     * Adds attempts to existing rows. A row then shows the outcome of its last attempt. The result has an id for each
     * {@linkplain RetriedRow#missing() missing} attempt, row by row. The id is empty if the service does not store
     * attempts separately. A rejection adds no attempt.
     */
    DeliveryResult append(String runId, List<RetriedRow> rows, boolean possiblyApplied);

    /**
     * Uploads a file. If it is too large for the service, a text that names it is uploaded instead.
     *
     * @param resultId id of its row; null for a file of the run
     * @param attemptId id of its attempt; null for a file of the row itself
     */
    DeliveryResult attach(
            String runId,
            @Nullable String resultId,
            @Nullable String attemptId,
            Attachment attachment,
            Content content,
            boolean possiblyApplied);

    /**
     * Attaches a file to an item that is neither a run nor a result. A file that is too large for the service is
     * rejected.
     *
     * @param origin one sentence that names the run and the test
     */
    DeliveryResult file(
            AttachmentTarget target, Attachment attachment, Content content, String origin, boolean possiblyApplied);

    /** Returns when to call {@link #report}. */
    ReportTrigger reports();

    /**
     * Reports a row whose last attempt failed, was aborted or was never started. Everything recorded of the row so far
     * is delivered before, and the run is completed later. Calls do not overlap.
     */
    DeliveryResult report(String runId, ReportedRow row, boolean possiblyApplied);

    /** Reopens a completed run, so that it takes results again. Idempotent. */
    DeliveryResult reopen(String runId);

    /**
     * Completes the run. Idempotent.
     *
     * @param aborted whether the JVM whose journal is the last of the run was aborted
     */
    DeliveryResult complete(String runId, Instant at, boolean aborted);

    /**
     * Begins to look at earlier results of tests, so that {@link #review} finds them. May be called again and again
     * while tests run, after the run is created. Does not block.
     *
     * @param tests those that matter most first
     */
    default void lookAhead(List<ReviewedTest> tests) {}

    /** Begins no more questions of {@link #lookAhead}, as the last results are sent from now on. */
    default void stopLookingAhead() {}

    /**
     * Looks at earlier results of tests, and notes at their rows what these say. All results are delivered before,
     * files may be uploaded at the same time, and the run is not completed yet. Blocks, at most until the time is over;
     * a test that could not be looked at by then has no judgement.
     *
     * @param rows those that matter most first
     * @param until value of {@link System#nanoTime}
     */
    default Review review(String runId, List<ReviewedRow> rows, long until) {
        return Review.NONE;
    }

    /**
     * Returns what a person should know at the end of the run apart from rejections: one sentence each, in order. Also
     * works after {@link #close()}.
     */
    List<String> remarks();

    /**
     * Returns the address of the page that shows a row; empty if there is none. Makes no request, and also works after
     * {@link #close()}.
     */
    default String page(String runId, String resultId) {
        return "";
    }

    /** Returns whether the service has ever replied, with whatever: then it lives, and may only be slow. */
    boolean hasReplied();

    /** Closes the connections. */
    @Override
    void close();
}
