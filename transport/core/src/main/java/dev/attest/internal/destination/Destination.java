package dev.attest.internal.destination;

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
 * A service that runs are published to.
 *
 * <p>No method throws for what a network or a service does: the {@link DeliveryResult} tells. Each makes one attempt,
 * blocks for the time of its exchanges, and never waits between tries: the caller does that. Where
 * {@code possiblyApplied} is true an earlier try of the same request may have taken effect, and the destination looks
 * for it before it creates anything. Thread-safe: attachments are sent from several threads at once.
 */
public interface Destination extends Closeable {

    /** Returns a short name in lower case, such as {@code azure}: also the name of the receipts in the journal. */
    String name();

    /** Returns where it publishes to, for people, without secrets. */
    String address();

    /**
     * Looks at the service before the run is created. What is delivered, one text at most, is written down and given
     * back as {@link Run#mark()} to each {@link #create}, also after the death of this JVM, so that the destination can
     * tell then whether an earlier one took effect. Asks the service nothing where it delivers nothing.
     */
    DeliveryResult prepare(Run run);

    /** Creates the run; delivers one id. */
    DeliveryResult create(Run run, boolean possiblyApplied);

    /**
     * Creates a row for each result: first attempts only, at most one per test of the run. Delivers an id for each, in
     * order. All or nothing: a rejection creates no row.
     */
    DeliveryResult deliver(String runId, List<Result> results, boolean possiblyApplied);

    /**
     * Adds attempts to rows that the service has; each row then shows the outcome of its last attempt. Delivers for
     * each attempt that was to be added, row by row, the id of what the service made of it, or an empty text where it
     * does not keep attempts apart. All or nothing, as {@link #deliver} is.
     */
    DeliveryResult append(String runId, List<RetriedRow> rows, boolean possiblyApplied);

    /**
     * Uploads a file. Larger files than the service takes are replaced by a text that names them.
     *
     * @param resultId row that it belongs to, or null for a file of the run
     * @param attemptId what the service made of the attempt that it belongs to, or null for a file of the row itself
     */
    DeliveryResult attach(
            String runId,
            @Nullable String resultId,
            @Nullable String attemptId,
            Attachment attachment,
            Content content,
            boolean possiblyApplied);

    /**
     * Puts a file on something that is neither a run nor a result. Larger files than the service takes are rejected.
     *
     * @param origin the run and the test that it comes from, in a sentence
     */
    DeliveryResult file(
            AttachmentTarget place, Attachment attachment, Content content, String origin, boolean possiblyApplied);

    /** Returns when it wants to be told of rows as a whole. */
    ReportTrigger reports();

    /**
     * Tells of a row whose last attempt failed, was cut off or never began. All that is known of the row has been
     * delivered before; the run is completed after it. Never called twice at once.
     */
    DeliveryResult report(String runId, ReportedRow row, boolean possiblyApplied);

    /** Makes a run that was shown as over take results again. May be repeated. */
    DeliveryResult reopen(String runId);

    /**
     * Shows the run as over. May be repeated.
     *
     * @param aborted whether the JVM that closes it, or whose remains are delivered, was cut off
     */
    DeliveryResult complete(String runId, Instant at, boolean aborted);

    /**
     * Returns what a person should know at the end of the run, besides what was rejected: a sentence each, in the order
     * in which it was noticed. Also after it was closed.
     */
    List<String> remarks();

    /** Gives up its connections. */
    @Override
    void close();
}
