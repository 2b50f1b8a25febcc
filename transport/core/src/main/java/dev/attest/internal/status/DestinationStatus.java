package dev.attest.internal.status;

import dev.attest.internal.delivery.Backlog;
import dev.attest.internal.delivery.DeliveryState;
import dev.attest.internal.delivery.Progress;
import dev.attest.internal.delivery.Tally;
import java.util.List;

/**
 * How far one destination has a journal.
 *
 * @param destination its name; empty where the journal is not for any in particular yet
 * @param url page of the run; empty before the service told it
 * @param address where the run is; empty before the service had it
 * @param results attempts at tests that the service has, or refused
 * @param attachments files that the service has, or refused
 * @param waitingResults attempts that the service does not have yet
 * @param waitingAttachments files that the service does not have yet
 * @param waitingTargetFiles how many of these are put on things that are neither runs nor results
 * @param running tests that have begun and not ended
 * @param closed whether the JVM's part of the run is over at the service
 * @param refusals what was refused and why
 */
public record DestinationStatus(
        String destination,
        String url,
        String address,
        Tally results,
        Tally attachments,
        int waitingResults,
        int waitingAttachments,
        int waitingTargetFiles,
        int running,
        boolean closed,
        List<String> refusals) {

    /** Copies the list. */
    public DestinationStatus {
        refusals = List.copyOf(refusals);
    }

    static DestinationStatus of(String destination, DeliveryState state) {
        Progress progress = state.progress();
        Backlog backlog = state.backlog();
        return new DestinationStatus(
                destination,
                progress.url(),
                state.address(),
                progress.results(),
                progress.attachments(),
                backlog.results(),
                backlog.attachments(),
                backlog.targetFiles(),
                backlog.running(),
                state.isCompleted(),
                progress.refusals());
    }

    /** Returns whether nothing is left to be delivered, to be closed, or for a person to look at. */
    public boolean done() {
        boolean delivered = waitingResults == 0 && waitingAttachments == 0 && running == 0 && closed;
        return refusals.isEmpty() && (delivered || !worthDelivering());
    }

    /** Returns whether anything happened that the service has, or should have. */
    public boolean worthDelivering() {
        return !address.isEmpty() || waitingResults > 0 || running > 0 || waitingTargetFiles > 0;
    }
}
