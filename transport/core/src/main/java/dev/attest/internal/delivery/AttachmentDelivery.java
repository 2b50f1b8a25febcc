package dev.attest.internal.delivery;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.LostContentException;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.TestDescription;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Uploads the attachments of one run. An attachment of a result waits for its row. A file for another target needs no
 * run.
 */
final class AttachmentDelivery {

    private final DeliveryContext context;
    private final Destination destination;
    private final PendingAttachments attachments;
    private final DeliveryState state;
    private final PendingResults results;

    /** Files of runs and results, by number, and files for other targets: the service may fail at one kind only. */
    private final FailedItems<Integer> failed;

    private final FailedItems<Integer> failedTargetFiles;
    private final UploadedPictures pictures;

    AttachmentDelivery(DeliveryContext context, UploadedPictures pictures) {
        this.pictures = pictures;
        this.context = context;
        this.destination = context.destination();
        this.state = context.state();
        this.attachments = state.attachments();
        this.results = state.results();
        this.failed = context.failedItems(Acceptances.Kind.FILE);
        this.failedTargetFiles = context.failedItems(Acceptances.Kind.TARGET_FILE);
    }

    /** Starts uploads to other targets while there is room. */
    void startTargetFiles() throws IOException {
        for (Attachment attachment : take(true)) {
            AttachmentTarget target = Objects.requireNonNull(attachment.place());
            context.uploads().start(new TargetUpload(attachment, target, origin(attachment)));
        }
    }

    /** Starts uploads to the run and its rows while there is room. */
    void start(String runId) throws IOException {
        for (Attachment attachment : take(false)) {
            Target target = target(attachment);
            if (target == null) {
                refuse(attachment, "its result was refused");
                attachments.returned(attachment);
            } else {
                context.uploads().start(new RunUpload(attachment, runId, target));
            }
        }
    }

    /** Returns whether the service has failed at some of those that wait. */
    boolean hasFailures() {
        return !failed.isEmpty() || !failedTargetFiles.isEmpty();
    }

    private List<Attachment> take(boolean targetFiles) {
        return attachments.take(
                context.uploads().room(),
                attachment -> failed(attachment).isDue(attachment.number())
                        && (targetFiles ? isReadyForTarget(attachment) : isReady(attachment)));
    }

    private FailedItems<Integer> failed(Attachment attachment) {
        return attachment.place() == null ? failed : failedTargetFiles;
    }

    /** Returns whether it is a file for another target and the test that attached it is known. */
    private boolean isReadyForTarget(Attachment attachment) {
        return attachment.place() != null
                && (state.isEnded()
                        || attachment.ofRun()
                        || state.running().get(attachment.row()) != null
                        || results.isKnown(attachment.row(), attachment.attempt()));
    }

    /** Returns whether it is known what happens to an attachment of the run or of a result. */
    private boolean isReady(Attachment attachment) {
        boolean withoutRow =
                results.row(attachment.row()) == null && results.isRefused(attachment.row(), attachment.attempt());
        return attachment.place() == null && (withoutRow || target(attachment) != null);
    }

    /**
     * Returns where an attachment goes; null while this is not known, or if its result was refused. The attachment of
     * an only attempt goes to the row at once. If a row has more attempts, the attachment waits for the id of its
     * attempt.
     */
    private @Nullable Target target(Attachment attachment) {
        if (attachment.ofRun()) {
            // Last: where the service fails at a file for ever, they show that it accepts others.
            boolean due = attachment.isCoverageOfRun() ? state.isCompleted() : state.allAttemptsDone();
            return due ? Target.RUN : null;
        }
        Ack.Row row = results.row(attachment.row());
        if (row == null) {
            return null;
        }
        String attempt = results.attemptId(attachment.row(), attachment.attempt());
        if (attempt != null) {
            return new Target(row.resultId(), attempt.isEmpty() ? null : attempt);
        }
        boolean onlyAttempt =
                attachment.attempt() == row.attempt() && !state.running().isRetried(row.row());
        return onlyAttempt || isFinal(row.row()) || results.isRefused(attachment.row(), attachment.attempt())
                ? new Target(row.resultId(), null)
                : null;
    }

    /** Returns whether no further attempt at the row can follow. */
    private boolean isFinal(int row) {
        return state.isEnded()
                && state.running().get(row) == null
                && results.waitingAttempts(row).isEmpty();
    }

    private void record(Attachment attachment, DeliveryResult result) throws IOException {
        FailedItems<Integer> failures = failed(attachment);
        List<Integer> number = List.of(attachment.number());
        attachments.returned(attachment);
        context.breaker().recordItems(result, failures.isTheirFault(number));
        if (result instanceof Accepted accepted) {
            context.acks().record(new Ack.AttachmentDelivered(attachment.number(), accepted.leftOut()));
            pictures.add(attachment, attachment.place() == null ? accepted.url() : "");
            if (accepted.ids().isEmpty() || accepted.leftOut()) {
                failures.forget(number); // nothing was sent
            } else {
                failures.accepted(number);
            }
        } else if (result instanceof Rejected rejected) {
            refuse(attachment, rejected.reason());
        } else if (result instanceof Retry retry) {
            failed(failures, attachment, retry);
        }
    }

    private void failed(FailedItems<Integer> failures, Attachment attachment, Retry retry) throws IOException {
        if (Uploads.isOfThisJvm(retry)) {
            failures.notSent(attachment.number(), retry);
            return;
        }
        failures.failed(List.of(attachment.number()), retry);
        if (failures.isHopeless(attachment.number())) {
            refuse(attachment, FailedItems.givenUp(retry));
        }
    }

    private void refuse(Attachment attachment, String reason) throws IOException {
        context.acks()
                .record(new Ack.AttachmentRefused(
                        attachment.number(), "Attachment " + attachment.fileName() + " was refused: " + reason));
        failed(attachment).forget(List.of(attachment.number()));
    }

    /** Describes the run and the test of a file in one sentence, the same in each JVM that delivers it. */
    private String origin(Attachment attachment) throws IOException {
        Run run = state.run();
        String where =
                run == null || state.isRecovered() ? "a run" : "the run \"" + run.title() + "\" of " + run.started();
        TestDescription test = test(attachment);
        String who = test == null ? "" : " by the test \"" + test.title() + "\", attempt " + attachment.attempt() + ",";
        return "Attached" + who + " in " + where + ".";
    }

    private @Nullable TestDescription test(Attachment attachment) throws IOException {
        TestDescription running = state.running().get(attachment.row());
        if (running != null) {
            return running;
        }
        Optional<Result> ended = context.index().result(attachment.row(), attachment.attempt());
        return ended.isPresent() ? ended.get().test() : null;
    }

    /**
     * Where an attachment of the run or of a result goes.
     *
     * @param resultId the row; null for the run
     * @param attemptId the attempt within the row; null for the row itself
     */
    private record Target(
            @Nullable String resultId, @Nullable String attemptId) {

        private static final Target RUN = new Target(null, null);
    }

    /** Sends the bytes of one attachment. */
    private abstract class Upload implements Uploads.Request {

        final Attachment attachment;

        /** A full disk may have rejected the acknowledgement of an orphan's attachment or of its row. */
        final boolean possiblyApplied;

        Upload(Attachment attachment) {
            this.attachment = attachment;
            this.possiblyApplied = context.journal().isPossiblyApplied()
                    || failed(attachment).anyInDoubt(List.of(attachment.number()));
        }

        abstract DeliveryResult send(Content content);

        @Override
        public DeliveryResult send() {
            Content content;
            try {
                content = context.journal().blob(attachment.sha256());
            } catch (LostContentException e) {
                return new Rejected("its bytes could not be read from the journal: " + e.getMessage(), false);
            } catch (IOException e) { // too many open files, for example
                return new Retry("An attachment could not be read: " + e.getMessage(), Duration.ZERO, false, false);
            }
            return send(content);
        }

        @Override
        public void handle(DeliveryResult result) throws IOException {
            record(attachment, result);
        }
    }

    private final class RunUpload extends Upload {

        private final String runId;
        private final Target target;

        RunUpload(Attachment attachment, String runId, Target target) {
            super(attachment);
            this.runId = runId;
            this.target = target;
        }

        @Override
        DeliveryResult send(Content content) {
            return destination.attach(
                    runId, target.resultId(), target.attemptId(), attachment, content, possiblyApplied);
        }
    }

    private final class TargetUpload extends Upload {

        private final AttachmentTarget target;
        private final String origin;

        TargetUpload(Attachment attachment, AttachmentTarget target, String origin) {
            super(attachment);
            this.target = target;
            this.origin = origin;
        }

        @Override
        DeliveryResult send(Content content) {
            return destination.file(target, attachment, content, origin, possiblyApplied);
        }
    }
}
