package dev.attest.internal.status;

import dev.attest.internal.delivery.Backlog;
import dev.attest.internal.delivery.Progress;

/**
 * How much of a journal one destination has.
 *
 * @param destination its name; empty if the journal has no destination yet
 * @param address of the service that has the run; empty before the run is created
 * @param progress what the service has accepted or refused
 * @param backlog what waits
 * @param closed whether the journal has left the run
 */
public record DestinationStatus(
        String destination, String address, Progress progress, Backlog backlog, boolean closed) {

    /** Returns whether nothing is left to deliver, to complete, or for a person to look at. */
    public boolean done() {
        boolean delivered = backlog.results() == 0 && backlog.attachments() == 0 && backlog.running() == 0 && closed;
        return progress.refusals().isEmpty() && (delivered || !worthDelivering());
    }

    /** Returns whether anything happened that the service has, or should have. */
    public boolean worthDelivering() {
        return !address.isEmpty() || backlog.results() > 0 || backlog.running() > 0 || backlog.targetFiles() > 0;
    }
}
