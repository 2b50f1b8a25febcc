package dev.attest.internal.status;

import dev.attest.internal.delivery.Backlog;
import dev.attest.internal.delivery.DeliveryState;
import dev.attest.internal.delivery.Progress;
import dev.attest.internal.delivery.Tally;
import java.util.List;

/**
 * How much of a journal one destination has.
 *
 * @param destination its name; empty if the journal has no destination yet
 * @param url page of the run; empty if it is not known yet
 * @param address of the service that has the run; empty before the run is created
 * @param results attempts at tests that the service has accepted or refused
 * @param attachments files that the service has accepted or refused
 * @param waitingTargetFiles how many waiting files are for items that are neither runs nor results
 * @param closed whether the journal has left the run
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

    /** Returns whether nothing is left to deliver, to complete, or for a person to look at. */
    public boolean done() {
        boolean delivered = waitingResults == 0 && waitingAttachments == 0 && running == 0 && closed;
        return refusals.isEmpty() && (delivered || !worthDelivering());
    }

    /** Returns whether anything happened that the service has, or should have. */
    public boolean worthDelivering() {
        return !address.isEmpty() || waitingResults > 0 || running > 0 || waitingTargetFiles > 0;
    }
}
