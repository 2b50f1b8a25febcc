package dev.attest.internal.delivery;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.journal.AckLog;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.JournalReader;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Brings one journal to one destination, a step at a time. Not thread-safe: the publisher's thread owns it, and the
 * uploads of attachments come back to that thread.
 *
 * <p>Nothing is believed to be sent before its receipt is on disk, so that a crash at any point repeats a request,
 * which then looks first whether the earlier one took effect.
 */
public final class RunDelivery {

    private final Journal journal;
    private final JournalReader reader;
    private final AckLog receipts;
    private final CircuitBreaker breaker;
    private final DeliverySettings settings;
    private final Uploads uploads;
    private final DeliveryState state;
    private final Acknowledgements acknowledgements;
    private final ResultIndex recorded;
    private final AttachmentIndex files;
    private final ResultDelivery results;
    private final AttemptDelivery attempts;
    private final AttachmentDelivery attachments;
    private final ReportDelivery reports;
    private final ReportTrigger wanted;
    private final Progress before;
    private final SharedRunCoordinator coordinator;
    private final boolean sibling;
    private boolean readAll;
    private boolean abandoned;
    private boolean dropped;
    private boolean nothingFollows;
    private long oldestSince = System.nanoTime();

    /**
     * @param sibling whether a JVM of the same run delivers what this one left, and tells of it what it was: else the
     *     run is over as nobody wanted it
     */
    RunDelivery(
            Journal journal,
            Destination destination,
            CircuitBreaker breaker,
            DeliverySettings settings,
            Uploads uploads,
            boolean sibling)
            throws IOException {
        this.journal = journal;
        this.sibling = sibling;
        this.coordinator = new SharedRunCoordinator(journal, destination, breaker, settings.flush());
        this.reader = journal.reader();
        this.receipts = journal.acks(destination.name());
        this.breaker = breaker;
        this.settings = settings;
        this.uploads = uploads;
        this.wanted = destination.reports();
        this.state = new DeliveryState(destination.name(), wanted);
        this.acknowledgements = state.acknowledgements();
        for (Ack receipt : receipts.recorded()) {
            receipt.accept(acknowledgements);
        }
        Ack.RunCreated home = acknowledgements.created();
        if (home != null && !home.address().equals(destination.address())) {
            throw new IOException("it belongs to a run at " + home.address() + ", and results go to "
                    + destination.address() + " now. A run with the former settings delivers it.");
        }
        this.before = state.progress();
        this.recorded = new ResultIndex(journal);
        this.files = new AttachmentIndex(journal, wanted != ReportTrigger.NONE);
        this.results = new ResultDelivery(journal, destination, breaker, settings, state.results(), this::record);
        this.attempts =
                new AttemptDelivery(journal, destination, breaker, settings, state.results(), recorded, this::record);
        Origins origins = new Origins(state, recorded);
        this.attachments = new AttachmentDelivery(journal, destination, breaker, state, origins, this::record);
        this.reports = new ReportDelivery(journal, destination, breaker, state, recorded, files, this::record);
    }

    public Progress progress() {
        Progress progress = state.progress();
        return isDone() && state.isDelivered() ? progress.over() : progress;
    }

    /** Returns what was published and refused by this delivery, and not by an earlier one of the same journal. */
    public Progress progressHere() {
        return state.progress().since(before);
    }

    public Journal journal() {
        return journal;
    }

    /** Returns whether nothing is left to do, now and later. */
    public boolean isDone() {
        boolean withoutRun = !state.isWorthARun()
                && readAll
                && nothingFollows
                && state.attachments().placed() == 0;
        return state.progress().completed() || withoutRun;
    }

    /**
     * Makes at most one request that others wait for, and starts the uploads that are ready.
     *
     * @param last whether the journal has its last event, so that results travel at once, however few they are
     * @return whether there may be more to do at once
     */
    public boolean step(boolean last) throws IOException {
        nothingFollows = last;
        boolean read = read();
        if (breaker.isOpen()) {
            attachments.startElsewhere(uploads);
        }
        if (!breaker.isOpen() || !state.isWorthARun()) {
            return read;
        }
        Ack.RunCreated created = acknowledgements.created();
        if (created == null || (state.results().size() > 0 && !coordinator.hasEntered())) {
            return enter(Objects.requireNonNull(state.run()));
        }
        String runId = created.runId();
        boolean delivered = deliverResults(runId, last || isOver());
        if (breaker.isOpen()) {
            attachments.start(runId, uploads);
            reports.start(runId, uploads);
        }
        return delivered || read;
    }

    /** Returns whether all is delivered, and only the run is to be left. */
    public boolean isReadyToLeave() {
        return isOver() && state.isWorthARun() && state.isDelivered() && !state.isCompleted() && breaker.isOpen();
    }

    /**
     * Leaves the run, and shows it as over if no other JVM is in it.
     *
     * @return whether that is settled
     */
    public boolean leave() throws IOException {
        Event.RunFinished finished = state.finished();
        boolean cutOff = finished == null ? !sibling : finished.cutOff();
        Instant at = finished == null ? Instant.now() : finished.at();
        DeliveryResult delivery = coordinator.leave(acknowledgements.created(), at, cutOff);
        if (delivery instanceof Rejected rejected) {
            acknowledgements.completionRefused("The run could not be completed. " + rejected.reason());
        }
        boolean settled = delivery != null && delivery.done();
        if (settled) {
            record(new Ack.RunCompleted());
        }
        return settled;
    }

    private boolean read() throws IOException {
        int room = settings.readAhead() - state.results().size();
        if (room <= 0) {
            return false;
        }
        boolean wasEmpty = state.results().size() == 0;
        int events = 0;
        for (boolean more = true; more && events < room; ) {
            long position = reader.position();
            List<Event> next = reader.read(1);
            for (Event event : next) {
                recorded.note(event, position);
                files.note(event, position);
                event.accept(state);
            }
            more = !next.isEmpty();
            events += next.size();
        }
        readAll = events < room;
        if (wasEmpty) {
            oldestSince = System.nanoTime();
        }
        Event.RunFinished finished = state.finished();
        boolean cutOff = finished == null ? journal.adopted() && readAll : finished.cutOff();
        if (cutOff && !abandoned) {
            abandoned = true;
            state.abandonRunning().forEach(recorded::keep);
            NeverStarted.of(journal).forEach(this::neverStarted);
        }
        return events > 0;
    }

    private void neverStarted(Result result) {
        state.resultRecorded(result);
        if (wanted != ReportTrigger.NONE) {
            recorded.keep(result); // there may be many
        }
    }

    /** Returns whether no event can follow those that were read. */
    private boolean isOver() {
        return state.finished() != null || (journal.adopted() && readAll);
    }

    private boolean enter(Run run) throws IOException {
        Ack.RunCreated before = acknowledgements.created();
        Ack.RunCreated created = coordinator.enter(run, before);
        if (created != null && !created.equals(before)) {
            record(created);
        }
        return created != null;
    }

    private boolean deliverResults(String runId, boolean hurry) throws IOException {
        boolean due =
                hurry || System.nanoTime() - oldestSince >= settings.flush().toNanos();
        boolean delivered = results.step(runId, due, readAll);
        if (breaker.isOpen()) {
            delivered |= attempts.step(runId, due);
        }
        if (delivered) {
            oldestSince = System.nanoTime();
        }
        return delivered;
    }

    /** Gives the journal up: what is still under way stays in doubt, and whoever delivers it next looks first. */
    public void drop() {
        dropped = true;
    }

    private void record(Ack receipt) throws IOException {
        if (dropped) {
            return;
        }
        receipts.append(receipt);
        receipt.accept(acknowledgements);
    }
}
