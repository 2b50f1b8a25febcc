package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.delivery.RunDelivery;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.RunFolder;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The runs that dead JVMs left behind, delivered to one destination, one after the other. One that cannot be delivered
 * is left as it is, for the next build or a person, and stands in nobody's way. Not thread-safe but for
 * {@link #finished()}: the publisher's thread owns it.
 */
public final class Recoveries implements Closeable {

    /** Begins to deliver a journal. */
    public interface Opening {
        RunDelivery open(Journal journal) throws IOException;
    }

    private static final System.Logger LOG = System.getLogger(Recoveries.class.getName());

    /** A journal, and how far one destination has it. */
    private record Recovery(OrphanJournal left, RunDelivery delivery) {}

    private final String destination;
    private final OrphanQueue orphans;
    private final Opening opening;
    private final RecoveryListener listener;
    private final Deque<Recovery> waiting = new ArrayDeque<>();
    private final List<Progress> finished = new CopyOnWriteArrayList<>();

    /**
     * Tells whom the queue tells what becomes of them.
     *
     * @param destination name of the one that all of them go to
     */
    public Recoveries(String destination, OrphanQueue orphans, Opening opening) {
        this(destination, orphans, opening, orphans.listener());
    }

    Recoveries(String destination, OrphanQueue orphans, Opening opening, RecoveryListener listener) {
        this.destination = destination;
        this.orphans = orphans;
        this.opening = opening;
        this.listener = listener;
    }

    /** Goes on with the oldest of them; returns whether there may be more to do at once. */
    public boolean step() {
        open();
        Recovery first = waiting.peek();
        if (first == null) {
            return false;
        }
        RunDelivery oldest = first.delivery();
        try {
            boolean more = oldest.step(true);
            if (oldest.isReadyToLeave()) {
                adoptDeadOf(oldest.journal().run());
                more |= oldest.leave();
            }
            if (oldest.isDone()) {
                waiting.remove();
                settle(first);
                return true;
            }
            return more;
        } catch (IOException | RuntimeException e) {
            waiting.remove(first);
            oldest.drop();
            leave(first.left(), oldest.ownProgress(), e);
            return true;
        }
    }

    /** Takes on what members of a run left behind since it was looked. */
    public void adoptDeadOf(RunFolder run) throws IOException {
        orphans.adoptDeadOf(run);
        open();
    }

    private void open() {
        OrphanJournal next = orphans.next(destination);
        while (next != null) {
            try {
                waiting.add(new Recovery(next, opening.open(next.journal())));
            } catch (IOException | RuntimeException e) {
                leave(next, Progress.none(), e);
            }
            next = orphans.next(destination);
        }
    }

    public boolean isEmpty() {
        return waiting.isEmpty() && orphans.isEmpty(destination);
    }

    /** Returns whether anything of this run is left. */
    public boolean holds(RunFolder run) {
        return waiting.stream()
                .anyMatch(each -> each.delivery().journal().run().path().equals(run.path()));
    }

    /** Returns what was delivered of each run that is settled now. */
    public List<Progress> finished() {
        return List.copyOf(finished);
    }

    /** Returns what was delivered of the one that is worked on; nothing where there is none. */
    Progress current() {
        Recovery first = waiting.peek();
        return first == null ? Progress.none() : first.delivery().ownProgress();
    }

    /** Leaves those that are not settled to whoever comes next. */
    @Override
    public void close() {
        for (OrphanJournal left : orphans.retire(destination)) {
            letGo(left, Progress.none());
        }
        for (Recovery recovery : waiting) {
            letGo(recovery.left(), recovery.delivery().ownProgress());
        }
        waiting.clear();
    }

    private void settle(Recovery recovery) throws IOException {
        Progress progress = recovery.delivery().ownProgress();
        if (progress.results().published() > 0 || progress.attachments().published() > 0) {
            finished.add(progress);
        }
        listener.settled(recovery.left().journal(), progress);
        recovery.left().settled(!progress.refusals().isEmpty());
    }

    private void leave(OrphanJournal left, Progress progress, Exception why) {
        listener.left(left.journal(), progress, String.valueOf(why.getMessage()));
        close(left);
    }

    private void letGo(OrphanJournal left, Progress progress) {
        listener.unfinished(left.journal(), progress);
        close(left);
    }

    private static void close(OrphanJournal left) {
        try {
            left.left();
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "could not close " + left.journal().folder(),
                    e);
        }
    }
}
