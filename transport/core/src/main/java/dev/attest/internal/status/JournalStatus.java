package dev.attest.internal.status;

import dev.attest.internal.delivery.Tally;
import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.event.Run;
import java.io.IOException;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How far a journal is delivered, by what it holds and by its receipts. What waits for two destinations counts twice.
 *
 * @param run that it belongs to; null where its JVM ran no test
 * @param destinations how far each destination has it that it is for; one without a name where it is for none in
 *     particular yet
 * @param unreadable stretches of lines that are damaged, or that a newer version wrote
 */
public record JournalStatus(@Nullable Run run, List<DestinationStatus> destinations, int unreadable) {

    /** Copies the list. */
    public JournalStatus {
        destinations = List.copyOf(destinations);
    }

    /**
     * Reads a journal, and changes nothing.
     *
     * @throws IOException if it cannot be read; the message says why
     */
    public static JournalStatus of(InspectedJournal journal) throws IOException {
        return StatusReader.read(journal);
    }

    /** Returns what all destinations together have, or refused, of attempts at tests. */
    public Tally results() {
        return destinations.stream().map(DestinationStatus::results).reduce(Tally.none(), Tally::plus);
    }

    /** Returns what all destinations together have, or refused, of files. */
    public Tally attachments() {
        return destinations.stream().map(DestinationStatus::attachments).reduce(Tally.none(), Tally::plus);
    }

    /** Returns how many attempts destinations do not have yet. */
    public int waitingResults() {
        return sum(DestinationStatus::waitingResults);
    }

    /** Returns how many files destinations do not have yet. */
    public int waitingAttachments() {
        return sum(DestinationStatus::waitingAttachments);
    }

    /** Returns how many tests have begun and not ended. */
    public int running() {
        return destinations.stream().mapToInt(DestinationStatus::running).max().orElse(0);
    }

    /** Returns whether the JVM's part of the run is over at each service. */
    public boolean closed() {
        return destinations.stream().allMatch(DestinationStatus::closed);
    }

    /** Returns what was refused and why. */
    public List<String> refusals() {
        return destinations.stream().flatMap(share -> share.refusals().stream()).toList();
    }

    /** Returns whether nothing of it is left to be delivered, to be closed, or for a person to look at. */
    public boolean done() {
        return unreadable == 0 && destinations.stream().allMatch(DestinationStatus::done);
    }

    /** Returns whether anything happened that a service has, or should have. */
    public boolean worthDelivering() {
        return destinations.stream().anyMatch(DestinationStatus::worthDelivering);
    }

    private int sum(ToIntFunction<DestinationStatus> count) {
        return destinations.stream().mapToInt(count).sum();
    }
}
