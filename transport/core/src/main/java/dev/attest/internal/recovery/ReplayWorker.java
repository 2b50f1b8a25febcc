package dev.attest.internal.recovery;

import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.delivery.DestinationWorker;
import dev.attest.internal.delivery.Progress;
import dev.attest.internal.destination.ConfiguredDestination;
import java.time.Duration;
import java.util.function.Consumer;

/** Delivers journals of dead JVMs to one destination, without a run of its own. Thread-safe; can be started once. */
final class ReplayWorker implements DestinationWorker.Task {

    /** The replay gives up if requests fail and the service has not answered for so long. */
    private static final Duration MAX_SILENCE = Duration.ofSeconds(30);

    private static final String TOO_LONG = "The replay timed out. The next replay continues from here.";

    private final DestinationWorker worker;
    private final Recoveries recoveries;
    private final ReplayLog log;
    private volatile Progress current = Progress.none();
    private long silenceEnd;

    ReplayWorker(
            ConfiguredDestination destination,
            OrphanQueue orphans,
            ReplayLog log,
            Consumer<String> warning,
            DeliverySettings settings) {
        this.log = log;
        this.worker = new DestinationWorker("attest-replay-", destination, warning, settings);
        this.recoveries = new Recoveries(
                destination.name(),
                orphans,
                journal -> worker.open(journal, false),
                log.listener(destination.name(), this::waitReason));
    }

    void start() {
        silenceEnd = System.nanoTime() + MAX_SILENCE.toNanos();
        worker.start(this);
    }

    boolean await(Duration timeout) throws InterruptedException {
        return worker.await(timeout);
    }

    void stop() throws InterruptedException {
        worker.stop(TOO_LONG);
    }

    Progress current() {
        return current;
    }

    @Override
    public boolean isDone() {
        boolean silent = !worker.everAnswered() && worker.trouble() != null && System.nanoTime() - silenceEnd > 0;
        return silent || recoveries.isEmpty();
    }

    @Override
    public boolean step() {
        boolean more = recoveries.step();
        current = recoveries.current();
        return more;
    }

    @Override
    public void failed(Exception cause) {
        log.failed(cause);
    }

    @Override
    public void close() {
        recoveries.close();
    }

    private String waitReason() {
        String trouble = worker.trouble();
        return trouble == null ? TOO_LONG : trouble;
    }
}
