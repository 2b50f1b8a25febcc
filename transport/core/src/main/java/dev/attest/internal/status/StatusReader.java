package dev.attest.internal.status;

import dev.attest.internal.delivery.DeliveryState;
import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a journal for each destination that it is for, as a delivery would. */
final class StatusReader {

    /** For a journal that is for none in particular yet. */
    private static final String NONE_IN_PARTICULAR = "";

    private final Map<String, DeliveryState> states = new TreeMap<>();
    private @Nullable Run run;

    /** Returns how far a journal is delivered. The journal is not changed. */
    static JournalStatus read(InspectedJournal journal) throws IOException {
        StatusReader reader = new StatusReader();
        int unreadable = journal.read(
                reader::take, name -> reader.state(name).acks()); // all acknowledgements come before the first event
        return reader.status(unreadable);
    }

    private DeliveryState state(String destination) {
        return states.computeIfAbsent(destination, name -> new DeliveryState(name, ReportTrigger.NONE));
    }

    private void take(Event event) {
        if (event instanceof Event.RunStarted started) {
            run = started.run();
            started.destinations().forEach(this::state);
        }
        requireOne();
        Event kept = event instanceof Event.ResultRecorded recorded ? withoutText(recorded.result()) : event;
        states.values().forEach(kept::accept);
    }

    /** All that waits is held at once, and a failure may be long. */
    private static Event withoutText(Result result) {
        return new Event.ResultRecorded(result.with(null).withComment(""));
    }

    private void requireOne() {
        if (states.isEmpty()) {
            state(NONE_IN_PARTICULAR);
        }
    }

    private JournalStatus status(int unreadable) {
        requireOne();
        List<DestinationStatus> destinations = new ArrayList<>();
        states.forEach((name, state) -> destinations.add(DestinationStatus.of(name, state)));
        return new JournalStatus(run, destinations, unreadable);
    }
}
