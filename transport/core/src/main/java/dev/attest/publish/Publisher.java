package dev.attest.publish;

import dev.attest.journal.Journal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the journal of this JVM to one destination while it is written, and those that dead JVMs left behind. Has one
 * daemon thread, and a few more while attachments travel. {@link Publishing} is several of them.
 *
 * <p>Thread-safe. After a crash the next publisher that adopts the journal goes on where this one was.
 */
public final class Publisher {

    private static final System.Logger LOG = System.getLogger(Publisher.class.getName());

    private final Destination destination;
    private final Journal live;
    private final Pace pace;
    private final Gate gate;
    private final Uploads uploads;
    private final Thread thread;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean ending;
    private volatile boolean stopped;
    private volatile Progress progress = Progress.none();
    private final Recoveries recoveries;

    /**
     * Makes a publisher that has not started.
     *
     * @param live journal of this JVM
     * @param adopted journals of dead JVMs; the publisher closes them, and deletes those that it has delivered whole
     * @param connections how many attachments travel at once
     * @param warning takes one sentence at most about a service that cannot be published to
     */
    public Publisher(
            Destination destination, Journal live, List<Journal> adopted, int connections, Consumer<String> warning) {
        this(destination, live, adopted, connections, warning, Pace.DEFAULT);
    }

    Publisher(
            Destination destination,
            Journal live,
            List<Journal> adopted,
            int connections,
            Consumer<String> warning,
            Pace pace) {
        this(
                destination,
                live,
                new Adoptions(List.of(destination.name()), adopted, new LoggingWitness()),
                connections,
                warning,
                pace);
    }

    Publisher(
            Destination destination,
            Journal live,
            Adoptions adoptions,
            int connections,
            Consumer<String> warning,
            Pace pace) {
        this.destination = destination;
        this.live = live;
        this.pace = pace;
        this.gate = new Gate(pace, warning);
        this.uploads = new Uploads(connections, wake::release);
        this.recoveries = new Recoveries(
                destination.name(),
                adoptions,
                journal -> new RunDelivery(journal, destination, gate, pace, isSibling(journal)),
                adoptions.witness());
        this.thread = new Thread(this::work, "attest-publisher-" + destination.name());
        thread.setDaemon(true);
    }

    /** Starts to publish. */
    public void start() {
        thread.start();
    }

    /** Returns what became of this JVM's run so far. */
    public Progress progress() {
        return progress;
    }

    /** Returns the runs that dead JVMs left behind and that this publisher finished. */
    public List<Progress> recovered() {
        return recoveries.finished();
    }

    /** Returns what became of all so far. */
    Published published() {
        return new Published(
                destination.name(), progress(), gate.trouble(), recoveries.finished(), destination.remarks());
    }

    /** Returns what stands in the way of publishing, or null. */
    public @Nullable String trouble() {
        return gate.trouble();
    }

    /**
     * Publishes what is left, for as long as the budget allows, and stops. The journal must have its last event. A
     * service that never answered since the start gets a quarter of the budget; one that needs a person, nothing.
     */
    public void finish(Duration budget) {
        // A thread that is interrupted already would not wait at all, and results are worth more than its haste.
        boolean interrupted = Thread.interrupted();
        try {
            awaitEnd(budget);
            stop();
        } catch (InterruptedException e) {
            interrupted = true;
            stopped = true;
            uploads.abandon();
            destination.close();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void awaitEnd(Duration budget) throws InterruptedException {
        long started = System.nanoTime();
        ending = true;
        wake.release();
        long unreachable = budget.toNanos() / 4;
        boolean ended = done.await(unreachable, TimeUnit.NANOSECONDS);
        if (!ended && gate.everOpen()) {
            done.await(budget.toNanos() - (System.nanoTime() - started), TimeUnit.NANOSECONDS);
        }
    }

    private void stop() throws InterruptedException {
        stopped = true;
        wake.release();
        if (!done.await(pace.tick().toNanos(), TimeUnit.NANOSECONDS)) {
            gate.close("The end of the run waited for the service as long as attest.end.timeout allows."
                    + " What is left is delivered by the next run.");
            uploads.abandon();
            destination.close();
            thread.interrupt();
            done.await(1, TimeUnit.SECONDS);
        }
        gate.warnOnce();
    }

    private void work() {
        try {
            RunDelivery current = new RunDelivery(live, destination, gate, pace, true);
            while (!stopped && !gate.isShut() && !(ending && current.isDone() && recoveries.isEmpty())) {
                if (!advance(current)) {
                    sleep();
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Attest stopped publishing; what is left stays on disk. " + e, e);
        } finally {
            uploads.abandon();
            destination.close();
            recoveries.close();
            done.countDown();
        }
    }

    /** Returns whether there may be more to do at once. */
    private boolean advance(RunDelivery current) throws IOException {
        boolean more = uploads.settle();
        more |= current.step(ending, uploads);
        more |= leave(current);
        progress = current.progress();
        return more || recoveries.step(uploads);
    }

    /** Leaves the run when what dead members of it left behind is delivered too. */
    private boolean leave(RunDelivery current) throws IOException {
        if (!current.isReadyToLeave()) {
            return false;
        }
        recoveries.adoptDeadOf(live.run());
        return !recoveries.holds(live.run()) && current.leave();
    }

    private boolean isSibling(Journal journal) {
        return journal.run().path().equals(live.run().path());
    }

    private void sleep() {
        try {
            if (wake.tryAcquire(pace.tick().toNanos(), TimeUnit.NANOSECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
