package dev.attest.publish;

import dev.attest.journal.Journal;
import dev.attest.journal.RunFolder;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The runs that dead JVMs left behind, delivered one after the other. One that cannot be delivered is left as it is, for
 * the next build or a person, and stands in nobody's way.
 */
final class Recoveries implements Closeable {

    /** Begins to deliver a journal. */
    interface Opening {
        RunDelivery open(Journal journal) throws IOException;
    }

    private static final System.Logger LOG = System.getLogger(Recoveries.class.getName());

    private final Opening opening;
    private final Witness witness;
    private final Deque<RunDelivery> waiting = new ArrayDeque<>();
    private final List<Progress> finished = new CopyOnWriteArrayList<>();

    Recoveries(Opening opening, Witness witness) {
        this.opening = opening;
        this.witness = witness;
    }

    /** Takes these journals on; not thread-safe but for {@link #finished()}. */
    void open(List<Journal> journals) {
        for (Journal journal : journals) {
            try {
                waiting.add(opening.open(journal));
            } catch (IOException | RuntimeException e) {
                leave(journal, Progress.none(), e);
            }
        }
    }

    /** Goes on with the oldest of them; returns whether there may be more to do at once. */
    boolean step(Uploads uploads) {
        RunDelivery oldest = waiting.peek();
        if (oldest == null) {
            return false;
        }
        try {
            boolean more = oldest.step(true, uploads);
            if (oldest.isReadyToLeave()) {
                adoptDeadOf(oldest.journal().run());
                more |= oldest.leave();
            }
            if (oldest.isDone()) {
                waiting.remove();
                settle(oldest);
                return true;
            }
            return more;
        } catch (IOException | RuntimeException e) {
            waiting.remove(oldest);
            leave(oldest.journal(), oldest.progressHere(), e);
            return true;
        }
    }

    /** Takes on what members of a run left behind since it was looked. */
    void adoptDeadOf(RunFolder run) throws IOException {
        open(run.adoptWaiting(witness::refused));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Returns whether anything of this run is left. */
    boolean holds(RunFolder run) {
        return waiting.stream().anyMatch(left -> left.journal().run().path().equals(run.path()));
    }

    /** Returns what was delivered of each run that is settled now. */
    List<Progress> finished() {
        return List.copyOf(finished);
    }

    /** Returns what was delivered of the one that is worked on; nothing where there is none. */
    Progress current() {
        RunDelivery oldest = waiting.peek();
        return oldest == null ? Progress.none() : oldest.progressHere();
    }

    /** Leaves those that are not settled to whoever comes next. */
    @Override
    public void close() {
        for (RunDelivery left : waiting) {
            witness.unfinished(left.journal(), left.progressHere());
            close(left.journal());
        }
        waiting.clear();
    }

    private void settle(RunDelivery delivered) throws IOException {
        Progress progress = delivered.progressHere();
        if (progress.results().published() > 0 || progress.attachments().published() > 0) {
            finished.add(progress);
        }
        Journal journal = delivered.journal();
        witness.settled(journal, progress);
        if (progress.refusals().isEmpty()) {
            journal.delete();
        } else {
            journal.setAside();
        }
    }

    private void leave(Journal journal, Progress progress, Exception why) {
        witness.left(journal, progress, String.valueOf(why.getMessage()));
        close(journal);
    }

    private static void close(Journal journal) {
        try {
            journal.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "could not close " + journal.folder(), e);
        }
    }
}
