package dev.attest.publish;

import dev.attest.journal.AckLog;
import dev.attest.journal.Journal;
import dev.attest.journal.JournalReader;
import dev.attest.journal.event.Ack;
import dev.attest.journal.event.Event;
import dev.attest.journal.event.Result;
import dev.attest.journal.event.Run;
import java.io.IOException;
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
    private final AckLog receipts;
    private final Gate gate;
    private final Pace pace;
    private final Uploads uploads;
    private final RunState state;
    private final Acknowledgements acknowledgements;
    private final RecordedResults recorded;
    private final RecordedFiles files;
    private final ResultDelivery results;
    private final AttemptDelivery attempts;
    private final AttachmentDelivery attachments;
    private final ReportDelivery reports;
    private final Reports wanted;
    private final Progress before;
    private final Membership membership;
    private final boolean sibling;
    private boolean readAll;
    private boolean abandoned;
    private boolean dropped;
    private boolean nothingFollows;
    private long oldestSince = System.nanoTime();

    /**
     * @param sibling whether a JVM of the same run delivers what this one left, and tells of it what it was: else the run
     *     is over as nobody wanted it
     */
    RunDelivery(Journal journal, Destination destination, Gate gate, Pace pace, Uploads uploads, boolean sibling)
            throws IOException {
        this.journal = journal;
        this.sibling = sibling;
        this.membership = new Membership(journal, destination, gate, pace.flush());
        this.reader = journal.reader();
        this.receipts = journal.acks(destination.name());
        this.gate = gate;
        this.pace = pace;
        this.uploads = uploads;
        this.wanted = destination.reports();
        this.state = new RunState(destination.name(), wanted);
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
        this.recorded = new RecordedResults(journal);
        this.files = new RecordedFiles(journal, wanted != Reports.NONE);
        this.results = new ResultDelivery(journal, destination, gate, pace, state.results(), this::record);
        this.attempts = new AttemptDelivery(journal, destination, gate, pace, state.results(), recorded, this::record);
        Origins origins = new Origins(state, recorded);
        this.attachments = new AttachmentDelivery(journal, destination, gate, state, origins, this::record);
        this.reports = new ReportDelivery(journal, destination, gate, state, recorded, files, this::record);
    }

    Progress progress() {
        Progress progress = state.progress();
        return isDone() && state.isDelivered() ? progress.over() : progress;
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
    boolean step(boolean last) throws IOException {
        nothingFollows = last;
        boolean read = read();
        if (gate.isOpen()) {
            attachments.startElsewhere(uploads);
        }
        if (!gate.isOpen() || !state.isWorthARun()) {
            return read;
        }
        Ack.RunCreated created = acknowledgements.created();
        if (created == null || (state.results().size() > 0 && !membership.hasEntered())) {
            return enter(Objects.requireNonNull(state.run()));
        }
        String runId = created.runId();
        boolean delivered = deliverResults(runId, last || isOver());
        if (gate.isOpen()) {
            attachments.start(runId, uploads);
            reports.start(runId, uploads);
        }
        return delivered || read;
    }

    /** Returns whether all is delivered, and only the run is to be left. */
    boolean isReadyToLeave() {
        return isOver() && state.isWorthARun() && state.isDelivered() && !state.isCompleted() && gate.isOpen();
    }

    /**
     * Leaves the run, and shows it as over if no other JVM is in it.
     *
     * @return whether that is settled
     */
    boolean leave() throws IOException {
        Event.RunFinished finished = state.finished();
        boolean cutOff = finished == null ? !sibling : finished.cutOff();
        Instant at = finished == null ? Instant.now() : finished.at();
        Delivery delivery = membership.leave(acknowledgements.created(), at, cutOff);
        if (delivery instanceof Rejected rejected) {
            acknowledgements.completionRefused("The run could not be completed. " + rejected.reason());
        }
        boolean settled = delivery != null && delivery.settled();
        if (settled) {
            record(new Ack.RunCompleted());
        }
        return settled;
    }

    private boolean read() throws IOException {
        int room = pace.readAhead() - state.results().size();
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
        if (wanted != Reports.NONE) {
            recorded.keep(result); // there may be many
        }
    }

    /** Returns whether no event can follow those that were read. */
    private boolean isOver() {
        return state.finished() != null || (journal.adopted() && readAll);
    }

    private boolean enter(Run run) throws IOException {
        Ack.RunCreated before = acknowledgements.created();
        Ack.RunCreated created = membership.enter(run, before);
        if (created != null && !created.equals(before)) {
            record(created);
        }
        return created != null;
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

    /** Gives the journal up: what is still under way stays in doubt, and whoever delivers it next looks first. */
    void drop() {
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
