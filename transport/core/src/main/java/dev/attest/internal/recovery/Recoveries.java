package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.delivery.RunDelivery;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.RunFolder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Delivers the journals of dead JVMs to one destination, one after the other. A journal that cannot be delivered stays
 * for the next run or for a person, and does not block the others. Not thread-safe except {@link #finished()}.
 */
public final class Recoveries {

    public interface Opener {
        RunDelivery open(Journal journal) throws IOException;
    }

    private static final Logger LOG = System.getLogger(Recoveries.class.getName());

    private record Recovery(OrphanJournal orphan, RunDelivery delivery) {}

    private final String destination;
    private final OrphanQueue orphans;
    private final Opener opener;
    private final Deque<Recovery> waiting = new ArrayDeque<>();
    private final List<Progress> finished = new CopyOnWriteArrayList<>();

    /** Creates recoveries that report to the listener of the queue. */
    public Recoveries(String destination, OrphanQueue orphans, Opener opener) {
        this.destination = destination;
        this.orphans = orphans;
        this.opener = opener;
    }

    /** Continues with the oldest journal. Returns whether more may be ready at once. */
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
                complete(first);
                return true;
            }
            return more;
        } catch (IOException | RuntimeException e) {
            waiting.remove(first);
            oldest.drop();
            giveUp(first.orphan(), oldest.ownProgress(), e);
            return true;
        }
    }

    /** Adopts the journals of members that have died since. */
    public void adoptDeadOf(RunFolder run) throws IOException {
        orphans.adoptDeadOf(run);
        open();
    }

    private void open() {
        OrphanJournal next = orphans.next(destination);
        while (next != null) {
            try {
                waiting.add(new Recovery(next, opener.open(next.journal())));
            } catch (IOException | RuntimeException e) {
                giveUp(next, Progress.none(), e);
            }
            next = orphans.next(destination);
        }
    }

    public boolean isEmpty() {
        return waiting.isEmpty() && orphans.isEmpty(destination);
    }

    /** Returns whether a journal of this run is being delivered. */
    public boolean contains(RunFolder run) {
        return waiting.stream()
                .anyMatch(each -> each.delivery().journal().run().path().equals(run.path()));
    }

    /** Returns the progress of each finished journal from which something was published. */
    public List<Progress> finished() {
        return List.copyOf(finished);
    }

    Progress current() {
        Recovery first = waiting.peek();
        return first == null ? Progress.none() : first.delivery().ownProgress();
    }

    /** Leaves the other journals to the next run, for this reason. */
    public void close(String reason) {
        for (OrphanJournal orphan : orphans.retire(destination)) {
            postpone(orphan, Progress.none(), reason);
        }
        for (Recovery recovery : waiting) {
            postpone(recovery.orphan(), recovery.delivery().ownProgress(), reason);
        }
        waiting.clear();
    }

    private void complete(Recovery recovery) throws IOException {
        Progress progress = recovery.delivery().ownProgress();
        if (progress.results().published() > 0 || progress.attachments().published() > 0) {
            finished.add(progress);
        }
        orphans.listener().completed(destination, recovery.orphan().journal(), progress);
        recovery.orphan().done(!progress.refusals().isEmpty());
    }

    private void giveUp(OrphanJournal orphan, Progress progress, Exception cause) {
        orphans.listener().undeliverable(destination, orphan.journal(), progress, String.valueOf(cause.getMessage()));
        close(orphan);
    }

    private void postpone(OrphanJournal orphan, Progress progress, String reason) {
        orphans.listener().unfinished(destination, orphan.journal(), progress, reason);
        close(orphan);
    }

    private static void close(OrphanJournal orphan) {
        try {
            orphan.postpone();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "could not close " + orphan.journal().folder(), e);
        }
    }
}
