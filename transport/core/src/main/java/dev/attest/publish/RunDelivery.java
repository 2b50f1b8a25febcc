package dev.attest.publish;

import dev.attest.journal.Journal;
import dev.attest.journal.JournalReader;
import dev.attest.journal.ReceiptLog;
import dev.attest.model.Event;
import dev.attest.model.Receipt;
import dev.attest.model.Run;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Brings one journal to one destination, a step at a time. Not thread-safe: the publisher's thread owns it, and the
 * uploads of attachments come back to that thread.
 *
 * <p>Nothing is believed to be sent before its receipt is on disk, so that a crash at any point repeats a request, which
 * then looks first whether the earlier one took effect.
 */
final class RunDelivery {

    private final Journal journal;
    private final JournalReader reader;
    private final ReceiptLog receipts;
    private final Destination destination;
    private final Gate gate;
    private final Pace pace;
    private final RunState state = new RunState();
    private final RecordedResults recorded;
    private final ResultDelivery results;
    private final AttemptDelivery attempts;
    private final AttachmentDelivery attachments;
    private final Progress before;
    private boolean runUncertain;
    private boolean readAll;
    private long oldestSince = System.nanoTime();

    RunDelivery(Journal journal, Destination destination, Gate gate, Pace pace) throws IOException {
        this.journal = journal;
        this.reader = journal.reader();
        this.receipts = journal.receipts(destination.name());
        this.destination = destination;
        this.gate = gate;
        this.pace = pace;
        this.runUncertain = journal.adopted();
        for (Receipt receipt : receipts.recorded()) {
            receipt.tell(state);
        }
        String home = state.address();
        if (home != null && !home.equals(destination.address())) {
            throw new IOException("it belongs to a run at " + home + ", and results go to " + destination.address()
                    + " now. A run with the former settings delivers it.");
        }
        this.before = state.progress();
        this.recorded = new RecordedResults(journal);
        this.results = new ResultDelivery(journal, destination, gate, pace, state.results, this::record);
        this.attempts = new AttemptDelivery(journal, destination, gate, pace, state.results, recorded, this::record);
        this.attachments = new AttachmentDelivery(journal, destination, gate, state, this::record);
    }

    Progress progress() {
        return state.progress();
    }

    /** Returns what was published and refused by this delivery, and not by an earlier one of the same journal. */
    Progress progressHere() {
        return state.progress().since(before);
    }

    Journal journal() {
        return journal;
    }

    /** Returns whether nothing is left to do, now and later. */
    boolean isDone() {
        if (state.finishedAt() == null && !journal.adopted()) {
            return false;
        }
        return state.progress().completed() || (!state.isWorthARun() && readAll);
    }

    /**
     * Makes at most one request that others wait for, and starts the uploads that are ready.
     *
     * @param hurry whether results travel at once, however few they are
     * @return whether there may be more to do at once
     */
    boolean step(boolean hurry, Uploads uploads) throws IOException {
        boolean read = read();
        if (!gate.isOpen() || !state.isWorthARun()) {
            return read;
        }
        String runId = state.runId();
        if (runId == null) {
            return createRun(Objects.requireNonNull(state.run()));
        }
        boolean delivered = deliverResults(runId, hurry || isOver());
        if (gate.isOpen()) {
            attachments.start(runId, uploads);
        }
        return delivered || (gate.isOpen() && completeWhenDelivered(runId)) || read;
    }

    private boolean read() throws IOException {
        int room = pace.readAhead() - state.results.size();
        if (room <= 0) {
            return false;
        }
        boolean wasEmpty = state.results.size() == 0;
        int events = 0;
        for (boolean more = true; more && events < room; ) {
            long position = reader.position();
            List<Event> next = reader.read(1);
            for (Event event : next) {
                recorded.note(event, position);
                event.tell(state);
            }
            more = !next.isEmpty();
            events += next.size();
        }
        readAll = events < room;
        if (wasEmpty) {
            oldestSince = System.nanoTime();
        }
        if (journal.adopted() && readAll) {
            state.abandonRunning();
        }
        return events > 0;
    }

    /** Returns whether no event can follow those that were read. */
    private boolean isOver() {
        return state.finishedAt() != null || (journal.adopted() && readAll);
    }

    private boolean createRun(Run run) throws IOException {
        Delivery delivery = destination.create(run, runUncertain);
        if (journal.adopted() && delivery instanceof Rejected rejected) {
            throw new IOException(rejected.reason());
        }
        saw(mustSucceed(delivery));
        if (delivery instanceof Delivered delivered) {
            record(new Receipt.RunCreated(delivered.ids().get(0), delivered.url(), destination.address()));
        } else if (delivery instanceof Deferred deferred) {
            runUncertain |= deferred.mayHaveTakenEffect();
        }
        return delivery instanceof Delivered;
    }

    /** Without a run nothing can be delivered, so that a refusal of it is a matter for a person. */
    private static Delivery mustSucceed(Delivery delivery) {
        return delivery instanceof Rejected rejected
                ? new Deferred(rejected.reason(), Duration.ZERO, false, true)
                : delivery;
    }

    private boolean deliverResults(String runId, boolean hurry) throws IOException {
        boolean due = hurry || System.nanoTime() - oldestSince >= pace.flush().toNanos();
        boolean delivered = results.step(runId, due, readAll);
        if (gate.isOpen()) {
            delivered |= attempts.step(runId, due);
        }
        if (delivered) {
            oldestSince = System.nanoTime();
        }
        return delivered;
    }

    private boolean completeWhenDelivered(String runId) throws IOException {
        if (!isOver() || state.isCompleted() || !state.isDeliveredButForCompletion()) {
            return false;
        }
        Instant finishedAt = state.finishedAt();
        Delivery delivery = saw(
                finishedAt == null
                        ? destination.complete(runId, Instant.now(), true)
                        : destination.complete(runId, finishedAt, false));
        if (delivery instanceof Rejected rejected) {
            state.completionRefused("The run could not be completed. " + rejected.reason());
        }
        if (delivery.settled()) {
            record(new Receipt.RunCompleted());
        }
        return delivery.settled();
    }

    private Delivery saw(Delivery delivery) {
        gate.saw(delivery);
        return delivery;
    }

    private void record(Receipt receipt) throws IOException {
        receipts.append(receipt);
        receipt.tell(state);
    }
}
