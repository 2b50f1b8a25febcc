package dev.attest.publish;

import dev.attest.journal.FoundJournal;
import dev.attest.model.Run;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a journal is delivered, by what it holds and by its receipts.
 *
 * @param run that it belongs to; null where its JVM ran no test
 * @param url page of the run; empty before a service told it
 * @param address where the run is; empty before a service had it
 * @param results attempts at tests that a service has, or refused
 * @param attachments files that a service has, or refused
 * @param waitingResults attempts that no service has yet
 * @param waitingAttachments files that no service has yet
 * @param running tests that have begun and not ended
 * @param closed whether the JVM's part of the run is over at the service
 * @param refusals what was refused and why
 * @param unreadable stretches of lines that are damaged, or that a newer version wrote
 */
public record Standing(
        @Nullable Run run,
        String url,
        String address,
        Tally results,
        Tally attachments,
        int waitingResults,
        int waitingAttachments,
        int running,
        boolean closed,
        List<String> refusals,
        int unreadable) {

    /** Copies the list. */
    public Standing {
        refusals = List.copyOf(refusals);
    }

    /**
     * Reads a journal, and changes nothing.
     *
     * @throws IOException if it cannot be read; the message says why
     */
    public static Standing of(FoundJournal journal) throws IOException {
        Count count = new Count();
        int unreadable = journal.read(count, count);
        return count.standing(unreadable);
    }

    /** Returns whether nothing of it is left to be delivered, to be closed, or for a person to look at. */
    public boolean settled() {
        boolean delivered = waitingResults == 0 && waitingAttachments == 0 && running == 0 && closed;
        return unreadable == 0 && refusals.isEmpty() && (delivered || !worthARun());
    }

    /** Returns whether anything happened that a service has, or should have, a run for. */
    public boolean worthARun() {
        return !address.isEmpty() || waitingResults > 0 || running > 0;
    }
}
