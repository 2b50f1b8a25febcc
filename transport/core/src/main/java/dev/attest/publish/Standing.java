package dev.attest.publish;

import dev.attest.journal.InspectedJournal;
import dev.attest.journal.event.Run;
import java.io.IOException;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How far a journal is delivered, by what it holds and by its receipts. What waits for two destinations counts twice.
 *
 * @param run that it belongs to; null where its JVM ran no test
 * @param shares how far each destination has it that it is for; one without a name where it is for none in particular yet
 * @param unreadable stretches of lines that are damaged, or that a newer version wrote
 */
public record Standing(@Nullable Run run, List<Share> shares, int unreadable) {

    /** Copies the list. */
    public Standing {
        shares = List.copyOf(shares);
    }

    /**
     * Reads a journal, and changes nothing.
     *
     * @throws IOException if it cannot be read; the message says why
     */
    public static Standing of(InspectedJournal journal) throws IOException {
        return StatusReader.read(journal);
    }

    /** Returns what all destinations together have, or refused, of attempts at tests. */
    public Tally results() {
        return shares.stream().map(Share::results).reduce(Tally.none(), Tally::plus);
    }

    /** Returns what all destinations together have, or refused, of files. */
    public Tally attachments() {
        return shares.stream().map(Share::attachments).reduce(Tally.none(), Tally::plus);
    }

    /** Returns how many attempts destinations do not have yet. */
    public int waitingResults() {
        return sum(Share::waitingResults);
    }

    /** Returns how many files destinations do not have yet. */
    public int waitingAttachments() {
        return sum(Share::waitingAttachments);
    }

    /** Returns how many tests have begun and not ended. */
    public int running() {
        return shares.stream().mapToInt(Share::running).max().orElse(0);
    }

    /** Returns whether the JVM's part of the run is over at each service. */
    public boolean closed() {
        return shares.stream().allMatch(Share::closed);
    }

    /** Returns what was refused and why. */
    public List<String> refusals() {
        return shares.stream().flatMap(share -> share.refusals().stream()).toList();
    }

    /** Returns whether nothing of it is left to be delivered, to be closed, or for a person to look at. */
    public boolean settled() {
        return unreadable == 0 && shares.stream().allMatch(Share::settled);
    }

    /** Returns whether anything happened that a service has, or should have. */
    public boolean worthDelivering() {
        return shares.stream().anyMatch(Share::worthDelivering);
    }

    private int sum(ToIntFunction<Share> count) {
        return shares.stream().mapToInt(count).sum();
    }
}
