package dev.attest.internal.status;

import dev.attest.internal.delivery.DeliveryState;
import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        return new Reader().read(journal);
    }

    /** Returns how many attempts wait. */
    public int waitingResults() {
        return sum(each -> each.backlog().results());
    }

    /** Returns how many files wait. */
    public int waitingAttachments() {
        return sum(each -> each.backlog().attachments());
    }

    /** Returns how many tests have started and not ended. */
    public int running() {
        return destinations.stream()
                .mapToInt(each -> each.backlog().running())
                .max()
                .orElse(0);
    }

    /** Returns whether the journal has left the run at each service. */
    public boolean closed() {
        return destinations.stream().allMatch(DestinationStatus::closed);
    }

    /** Returns what was refused and why. */
    public List<String> refusals() {
        return destinations.stream()
                .flatMap(each -> each.progress().refusals().stream())
                .toList();
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

    /** Reads a journal for each of its destinations, as a delivery would. */
    private static final class Reader {

        private final Map<String, DeliveryState> states = new TreeMap<>();
        private @Nullable Run run;

        JournalStatus read(InspectedJournal journal) throws IOException {
            // All acknowledgements come before the first event.
            int unreadable = journal.read(this::take, this::state);
            ensureState();
            List<DestinationStatus> destinations = new ArrayList<>();
            states.forEach((name, state) -> destinations.add(new DestinationStatus(
                    name, state.address(), state.progress(), state.backlog(), state.isCompleted())));
            return new JournalStatus(run, destinations, unreadable);
        }

        private DeliveryState state(String destination) {
            return states.computeIfAbsent(destination, name -> DeliveryState.counting(name));
        }

        private void take(Event event) {
            if (event instanceof Event.RunStarted started) {
                run = started.run();
                started.destinations().forEach(this::state);
            }
            ensureState();
            // All that has stopped and not ended is in memory at once, and a failure may be long.
            Event kept = event instanceof Event.AttemptStopped stopped ? stopped.withoutText() : event;
            states.values().forEach(kept::accept);
        }

        /** A journal without destinations has one without a name. */
        private void ensureState() {
            if (states.isEmpty()) {
                state("");
            }
        }
    }
}
