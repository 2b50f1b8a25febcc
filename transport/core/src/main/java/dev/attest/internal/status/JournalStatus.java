package dev.attest.internal.status;

import dev.attest.internal.delivery.Tally;
import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.event.Run;
import java.io.IOException;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How much of a journal is delivered. An item that waits for two destinations counts twice.
 *
 * @param run the run of the journal; null if its JVM ran no test
 * @param destinations one for each destination of the journal; one without a name if it has none yet
 * @param unreadable number of ranges of lines that are damaged or of a newer version
 */
public record JournalStatus(@Nullable Run run, List<DestinationStatus> destinations, int unreadable) {

    public JournalStatus {
        destinations = List.copyOf(destinations);
    }

    /**
     * Reads a journal without changing it.
     *
     * @throws IOException if it cannot be read; the message says why
     */
    public static JournalStatus of(InspectedJournal journal) throws IOException {
        return StatusReader.read(journal);
    }

    /** Returns the attempts that the destinations have accepted or refused. */
    public Tally results() {
        return destinations.stream().map(DestinationStatus::results).reduce(Tally.none(), Tally::plus);
    }

    /** Returns the files that the destinations have accepted or refused. */
    public Tally attachments() {
        return destinations.stream().map(DestinationStatus::attachments).reduce(Tally.none(), Tally::plus);
    }

    /** Returns how many attempts wait. */
    public int waitingResults() {
        return sum(DestinationStatus::waitingResults);
    }

    /** Returns how many files wait. */
    public int waitingAttachments() {
        return sum(DestinationStatus::waitingAttachments);
    }

    /** Returns how many tests have started and not ended. */
    public int running() {
        return destinations.stream().mapToInt(DestinationStatus::running).max().orElse(0);
    }

    /** Returns whether the journal has left the run at each service. */
    public boolean closed() {
        return destinations.stream().allMatch(DestinationStatus::closed);
    }

    /** Returns what was refused and why. */
    public List<String> refusals() {
        return destinations.stream().flatMap(share -> share.refusals().stream()).toList();
    }

    /** Returns whether nothing is left to deliver, to complete, or for a person to look at. */
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
