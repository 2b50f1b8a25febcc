package dev.attest.internal.publish;

import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.delivery.DestinationWorker;
import dev.attest.internal.delivery.Progress;
import dev.attest.internal.delivery.RunDelivery;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.destination.Review;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.history.ReviewedTest;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.recovery.OrphanQueue;
import dev.attest.internal.recovery.Recoveries;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the journal of this JVM to one destination while it is written, and those of dead JVMs. Uses one daemon
 * thread, and a few more for uploads. {@link Publishing} combines several publishers.
 *
 * <p>The thread begins a while after the first test, or when much has gathered. It is quiet while tests run: it sends
 * what has gathered, and sleeps again.
 *
 * <p>Thread-safe. After a crash, the next publisher that adopts the journal continues.
 */
final class Publisher {

    private static final GuardedLogger LOG = GuardedLogger.of(Publisher.class);
    private static final String TOO_LONG =
            "Publishing did not finish within attest.end.timeout. The next run delivers the rest.";

    /** Bytes of events that are worth a request: those of some 500 tests. */
    private static final long MUCH = 400 * 1024;

    private static final Duration GLANCE = Duration.ofMillis(100);

    /** For what the service knows of the tests. It gets at most a quarter of the time that is left. */
    private static final Duration LONGEST_REVIEW = Duration.ofSeconds(5);

    private static final int PARTS_OF_THE_END = 4;

    private final ConfiguredDestination destination;
    private final Journal live;
    private final DeliverySettings settings;
    private final DestinationWorker worker;
    private final Recoveries recoveries;
    private final Supplier<List<ReviewedTest>> reviewed;
    private volatile @Nullable Review review;

    /** Value of {@link System#nanoTime} at which the budget of the end is used up. */
    private volatile long endsAt;

    private volatile @Nullable RunDelivery opened;
    private volatile boolean ending;
    private volatile boolean outOfTime;
    private volatile Progress progress = Progress.none();

    /**
     * Creates a publisher without starting it.
     *
     * @param live journal of this JVM
     * @param orphans journals of dead JVMs
     * @param reviewed returns the tests of this JVM whose past is of interest so far
     * @param warning takes at most one sentence about a service that cannot be published to
     */
    Publisher(
            ConfiguredDestination destination,
            Journal live,
            OrphanQueue orphans,
            Supplier<List<ReviewedTest>> reviewed,
            Consumer<String> warning,
            DeliverySettings settings) {
        this.reviewed = reviewed;
        this.destination = destination;
        this.live = live;
        this.settings = settings;
        this.worker = new DestinationWorker("attest-publisher-", destination, warning, settings);
        this.recoveries = new Recoveries(destination.name(), orphans, journal -> open(journal, isOfSameRun(journal)));
    }

    void start() {
        live.follow();
        worker.startQuietly(new LiveRun());
    }

    PublishResult published() {
        return new PublishResult(
                destination.name(),
                progress,
                trouble(),
                recoveries.finished(),
                destination.destination().remarks());
    }

    /** Requests may have succeeded to the end, and too late for the rest. */
    private @Nullable String trouble() {
        String trouble = worker.trouble();
        return trouble == null && outOfTime && !progress.completed() ? TOO_LONG : trouble;
    }

    /** Returns the address of the page that shows a row; empty if it is not known, or still being published. */
    String page(int row) {
        RunDelivery delivered = worker.hasEnded() ? opened : null;
        return delivered == null ? "" : delivered.page(row);
    }

    /** Returns what the service knows of the tests of this JVM. */
    Review review() {
        Review known = review;
        return known == null ? Review.NONE : known;
    }

    /** Publishes the rest within the budget, then stops. */
    void finish(Duration budget) {
        // An interrupted thread would not wait at all.
        boolean interrupted = Thread.interrupted();
        try {
            awaitDelivery(budget);
            worker.stop(TOO_LONG);
            worker.warnOnce();
        } catch (InterruptedException e) {
            interrupted = true;
            worker.abandon();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void awaitDelivery(Duration budget) throws InterruptedException {
        long started = System.nanoTime();
        endsAt = started + budget.toNanos();
        ending = true;
        worker.hurry();
        boolean ended = worker.await(budget.dividedBy(4));
        while (!ended && !worker.seemsDead() && System.nanoTime() - started < budget.toNanos()) {
            Duration left = budget.minusNanos(System.nanoTime() - started);
            ended = worker.await(left.compareTo(GLANCE) < 0 ? left : GLANCE);
        }
        outOfTime = !ended;
    }

    private RunDelivery open(Journal journal, boolean sameRun) throws IOException {
        return worker.open(journal, sameRun, recoveries::hasTried);
    }

    private boolean isOfSameRun(Journal journal) {
        return journal.run().path().equals(live.run().path());
    }

    /** The run of this JVM, with the journals of its dead members. */
    private final class LiveRun implements DestinationWorker.Task {

        private boolean warned;

        /** Length of the journal at the last step. */
        private long looked;

        private boolean begun;
        private @Nullable LiveReview looking;

        @Override
        public boolean isDone() {
            return ending && opened != null && opened.isDone() && recoveries.isEmpty();
        }

        @Override
        public Duration rest() {
            return ending ? settings.tick() : settings.flush();
        }

        @Override
        public boolean hasGathered() {
            return live.appended() - looked >= MUCH;
        }

        @Override
        public boolean step() throws IOException {
            looked = live.appended();
            RunDelivery current = opened == null ? open(live, true) : opened;
            opened = current;
            boolean more = current.step(ending);
            remark(() -> lookAhead(current));
            more |= leave(current);
            progress = current.progress();
            return more || recoveries.step();
        }

        /** Fewer questions are left for the end then. */
        private void lookAhead(RunDelivery current) {
            if (ending) {
                destination.destination().stopLookingAhead();
                return;
            }
            List<ReviewedTest> tests = reviewed.get();
            if (!tests.isEmpty() && !live.run().hasNotice(noReview())) {
                current.lookAhead(tests);
            }
        }

        /** Leaves the run after the journals of dead members are delivered. A completed run may take no notes. */
        private boolean leave(RunDelivery current) throws IOException {
            if (!ending || !current.isReadyToReview()) {
                return false;
            }
            if (!begun) {
                begun = true; // first: it is not tried again
                remark(() -> looking = beginReview(current));
            }
            boolean ready =
                    current.isReadyToLeave() && !recoveries.contains(live.run()) && !recoveries.openDeadOf(live.run());
            LiveReview known = looking;
            if (known == null) {
                return ready && current.leave();
            }
            if (known.isOver()) {
                remark(() -> note(known, known.result(current)));
                return ready && current.leave();
            }
            return false;
        }

        /** Does what is worth less than the results, and must not hold them up: a test may use up the memory. */
        private void remark(Runnable attempt) {
            try {
                attempt.run();
            } catch (Throwable e) {
                LOG.log(Level.DEBUG, () -> "What the service knows of the tests is not known", e);
            }
        }

        private LiveReview beginReview(RunDelivery current) {
            long now = System.nanoTime();
            long most = Math.min(LONGEST_REVIEW.toNanos(), (endsAt - now) / PARTS_OF_THE_END);
            List<ReviewedTest> tests = live.run().hasNotice(noReview()) ? List.of() : reviewed.get();
            return new LiveReview(current, tests, now + most, worker);
        }

        /** The time that is lost must not add up over the forks. Uploads beside it may have been the reason. */
        private void note(LiveReview looked, Review known) {
            if (review == null && !known.trouble().isEmpty() && !looked.besideUploads()) {
                live.run().claimNotice(noReview());
            }
            review = known;
        }

        private String noReview() {
            return "no-review-" + destination.name();
        }

        /** What a step has sent is possibly applied, even if its acknowledgement is not recorded. */
        @Override
        public void failed(Throwable cause, boolean goesOn) {
            RunDelivery failed = opened;
            opened = null; // first, and without memory: the failed one must not go on
            live.redeliver();
            if (failed != null) {
                progress = failed.progress();
            }
            recoveries.giveUpOpen(cause);
            if (!goesOn) {
                LOG.log(Level.WARNING, "Attest stopped publishing. Undelivered results stay on disk. " + cause, cause);
            } else if (!warned) {
                warned = true;
                LOG.log(Level.WARNING, "Attest was interrupted, and goes on publishing: " + cause, cause);
            }
        }

        /** A step that failed may have delivered something before. */
        private void tellProgress() {
            RunDelivery current = opened;
            if (current != null) {
                progress = current.progress();
            }
        }

        @Override
        public void close() {
            tellProgress();
            recoveries.close(TOO_LONG);
        }
    }
}
