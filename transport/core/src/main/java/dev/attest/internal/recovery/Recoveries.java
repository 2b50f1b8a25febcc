package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.delivery.RunDelivery;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.RunFolder;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the journals of dead JVMs to one destination, one after the other. A journal that cannot be delivered stays
 * for the next run or for a person, and does not block the others. One at which the service fails lets others go first:
 * only they show whether the fault is with the service. Opens a few at a time. Not thread-safe except
 * {@link #finished()}.
 */
public final class Recoveries {

    public interface Opener {
        RunDelivery open(Journal journal) throws IOException;
    }

    private static final GuardedLogger LOG = GuardedLogger.of(Recoveries.class);

    /** If the service fails at so many more journals, and at nothing less, it is out of order itself. */
    private static final int MOST_HELD_UP = 7;

    private record Recovery(OrphanJournal orphan, RunDelivery delivery) {}

    private final String destination;
    private final OrphanQueue orphans;
    private final Opener opener;

    /** At most a few: a journal that waits to leave its run comes after a dead member of that run. */
    private final Deque<Recovery> open = new ArrayDeque<>();

    /** Those that wait until something is tried again at which the service has failed. */
    private final Deque<Recovery> heldUp = new ArrayDeque<>();

    private final List<Progress> finished = new CopyOnWriteArrayList<>();

    /** Creates recoveries that report to the listener of the queue. */
    public Recoveries(String destination, OrphanQueue orphans, Opener opener) {
        this.destination = destination;
        this.orphans = orphans;
        this.opener = opener;
    }

    /** Continues with the current journal, or opens the next one. Returns whether more may be ready at once. */
    public boolean step() {
        Recovery first = open.peek();
        if (first == null) {
            return open(orphans.next(destination)) || resume();
        }
        RunDelivery delivery = first.delivery();
        try {
            boolean more = delivery.step(true);
            if (delivery.isReadyToLeave()) {
                RunFolder run = delivery.journal().run();
                more |= (journalsOf(run, open) == 1 && openDeadOf(run)) || delivery.leave();
            }
            if (delivery.isDone()) {
                open.remove(first);
                complete(first);
                return true;
            }
            return more || (delivery.isHeldUp() && letOthersGoFirst(first));
        } catch (Throwable e) {
            open.remove(first);
            delivery.drop();
            giveUp(first.orphan(), delivery::page, delivery.ownProgress(), e);
            return true;
        }
    }

    /** Returns whether another journal was opened; those that are held up take turns. */
    private boolean letOthersGoFirst(Recovery first) {
        boolean opened = heldUp.size() < MOST_HELD_UP && open(orphans.next(destination));
        if (opened || resume()) {
            open.remove(first);
            heldUp.add(first);
        }
        return opened;
    }

    /** Goes on with the journal that has been held up for longest. Returns whether there is one. */
    private boolean resume() {
        Recovery next = heldUp.poll();
        if (next == null) {
            return false;
        }
        open.push(next);
        return true;
    }

    /** Opens the journal of a member of this run that has died. Returns whether there is one. */
    public boolean openDeadOf(RunFolder run) {
        return open(orphans.next(destination, run));
    }

    private boolean open(@Nullable OrphanJournal next) {
        if (next == null) {
            return false;
        }
        try {
            open.push(new Recovery(next, opener.open(next.journal())));
        } catch (Throwable e) {
            giveUp(next, row -> "", Progress.none(), e);
        }
        return true;
    }

    public boolean isEmpty() {
        return open.isEmpty() && heldUp.isEmpty() && orphans.isEmpty(destination);
    }

    /** Returns whether a journal of this run is being delivered. */
    public boolean contains(RunFolder run) {
        return journalsOf(run, open) + journalsOf(run, heldUp) > 0;
    }

    private static int journalsOf(RunFolder run, Deque<Recovery> recoveries) {
        int journals = 0;
        for (Recovery each : recoveries) {
            journals += each.delivery().journal().run().path().equals(run.path()) ? 1 : 0;
        }
        return journals;
    }

    /** Returns whether the journal in this folder was opened here, or cannot be. */
    public boolean hasTried(Path folder) {
        return orphans.wasTaken(destination, folder);
    }

    /** Returns the progress of each finished journal from which something was published. */
    public List<Progress> finished() {
        return List.copyOf(finished);
    }

    Progress current() {
        Recovery first = open.peek();
        return first == null ? Progress.none() : first.delivery().ownProgress();
    }

    /** Leaves the other journals to the next run, for this reason. */
    public void close(String reason) {
        close(open, reason);
        close(heldUp, reason);
    }

    private void close(Deque<Recovery> recoveries, String reason) {
        for (Recovery recovery : recoveries) {
            orphans.listener().closing(recovery.orphan().journal(), recovery.delivery()::page);
            orphans.listener()
                    .unfinished(
                            destination,
                            recovery.orphan().journal(),
                            recovery.delivery().ownProgress(),
                            reason);
            close(recovery.orphan());
        }
        recoveries.clear();
    }

    private void complete(Recovery recovery) {
        Journal journal = recovery.orphan().journal();
        Progress progress = recovery.delivery().ownProgress();
        if (progress.results().published() > 0 || progress.attachments().published() > 0) {
            finished.add(progress);
        }
        orphans.listener().closing(journal, recovery.delivery()::page);
        orphans.listener().completed(destination, journal, progress);
        try {
            orphans.done(destination, recovery.orphan(), !progress.refusals().isEmpty());
        } catch (IOException e) {
            orphans.listener().undeliverable(destination, journal, progress, String.valueOf(e.getMessage()));
        }
    }

    /** Leaves the open journals to the next run, as their deliveries may have missed a result. */
    public void giveUpOpen(Throwable cause) {
        giveUp(open, cause);
        giveUp(heldUp, cause);
    }

    private void giveUp(Deque<Recovery> recoveries, Throwable cause) {
        for (Recovery recovery = recoveries.poll(); recovery != null; recovery = recoveries.poll()) {
            RunDelivery delivery = recovery.delivery();
            delivery.drop();
            giveUp(recovery.orphan(), delivery::page, delivery.ownProgress(), cause);
        }
    }

    private void giveUp(OrphanJournal orphan, IntFunction<String> pages, Progress progress, Throwable cause) {
        try {
            orphans.listener().closing(orphan.journal(), pages);
            orphans.listener()
                    .undeliverable(destination, orphan.journal(), progress, String.valueOf(cause.getMessage()));
        } finally {
            close(orphan);
        }
    }

    private void close(OrphanJournal orphan) {
        Path folder = orphan.journal().folder();
        try {
            orphans.postpone(orphan);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "could not close " + folder, e);
        }
    }
}
