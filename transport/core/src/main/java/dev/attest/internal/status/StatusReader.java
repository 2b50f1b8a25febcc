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

/** Reads a journal for each of its destinations, as a delivery would. */
final class StatusReader {

    /** For a journal without destinations. */
    private static final String NO_DESTINATION = "";

    private final Map<String, DeliveryState> states = new TreeMap<>();
    private @Nullable Run run;

    static JournalStatus read(InspectedJournal journal) throws IOException {
        StatusReader reader = new StatusReader();
        int unreadable = journal.read(reader::take, reader::state); // all acknowledgements come before the first event
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
        ensureState();
        Event kept = event instanceof Event.ResultRecorded recorded ? withoutText(recorded.result()) : event;
        states.values().forEach(kept::accept);
    }

    /** All waiting results are in memory at once, and a failure may be long. */
    private static Event withoutText(Result result) {
        return new Event.ResultRecorded(result.with(null).withComment(""));
    }

    private void ensureState() {
        if (states.isEmpty()) {
            state(NO_DESTINATION);
        }
    }

    private JournalStatus status(int unreadable) {
        ensureState();
        List<DestinationStatus> destinations = new ArrayList<>();
        states.forEach((name, state) -> destinations.add(DestinationStatus.of(name, state)));
        return new JournalStatus(run, destinations, unreadable);
    }
}
