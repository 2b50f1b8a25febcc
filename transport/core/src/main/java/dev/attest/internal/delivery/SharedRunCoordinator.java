package dev.attest.internal.delivery;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.RunFolder.PeerState;
import dev.attest.internal.journal.RunLease;
import dev.attest.internal.journal.event.Ack.RunCreated;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.journal.event.RunFact;
import dev.attest.internal.journal.event.SharedRunState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Takes part in a run that several JVMs share. The first JVM creates the run, the last one to leave completes it.
 *
 * <p>Each step holds the lease of the run and is recorded before and after. If the JVM dies in between, the next one
 * looks at the service first.
 */
final class SharedRunCoordinator {

    private static final DeliveryResult DONE = new Accepted(List.of(), "", Duration.ZERO);

    private static final Duration MAX_SETTLE_TIME = Duration.ofSeconds(1);

    private final Journal journal;
    private final Destination destination;
    private final CircuitBreaker breaker;

    /** How long a run that another host creates at the same time may stay invisible. */
    private final Duration settleTime;

    /** How long the service may take for the request of a JVM that has died. */
    private final Duration doubtTime;

    private final String facts;
    private final String self;
    private final Predicate<Path> tried;
    private boolean entered;
    private @Nullable RunCreated candidate;
    private long candidateSince;

    /** Token of the run that this JVM has announced and tried to create; empty if there is none. */
    private String ownAttempt = "";

    /** Token of the run that a JVM which holds the lease no more has announced, and may have tried to create. */
    private String otherAttempt = "";

    private long otherAttemptSince;

    SharedRunCoordinator(DeliveryContext context, Predicate<Path> tried) {
        this.tried = tried;
        this.journal = context.journal();
        this.destination = context.destination();
        this.breaker = context.breaker();
        Duration flush = context.settings().flush();
        this.settleTime = flush.compareTo(MAX_SETTLE_TIME) < 0 ? flush : MAX_SETTLE_TIME;
        this.doubtTime = context.settings().pauseInDoubt();
        this.facts = destination.name() + "-" + checksum(destination.address());
        this.self = journal.folder().getFileName().toString();
    }

    /** Returns whether the run takes results of this journal. */
    boolean hasEntered() {
        return entered;
    }

    /**
     * Tries to enter the run. Creates it if no JVM did, and reopens it if it is completed.
     *
     * @param own run of this journal, in case no JVM has announced one
     * @param previous run that an earlier owner of the journal entered, or null
     * @return the run; null if it is not available now
     */
    @Nullable
    RunCreated enter(Run own, @Nullable RunCreated previous) throws IOException {
        if (isWaitingForOtherHosts()) {
            return null;
        }
        Optional<RunLease> held = journal.run().tryAcquireLease(facts);
        if (held.isEmpty()) {
            return null;
        }
        try (RunLease lease = held.get()) {
            SharedRunState shared = SharedRunState.of(lease.facts());
            RunCreated known = previous == null ? shared.ack() : previous;
            RunCreated run = known == null ? create(lease, shared, own) : reopen(lease, shared, known);
            if (run != null) {
                lease.append(new RunFact.Joined(self));
                entered = true;
            }
            return run;
        }
    }

    /**
     * Tries to leave the run after everything is delivered. The last JVM completes it.
     *
     * @param run run that the journal entered; null if it delivered nothing
     * @param at when its tests ended
     * @return null if another JVM holds the lease, or journals of dead members have to be delivered first
     */
    @Nullable
    DeliveryResult leave(@Nullable RunCreated run, Instant at, boolean aborted) throws IOException {
        if (run == null) {
            return DONE;
        }
        Optional<RunLease> held = journal.run().tryAcquireLease(facts);
        if (held.isEmpty()) {
            return null;
        }
        try (RunLease lease = held.get()) {
            SharedRunState shared = SharedRunState.of(lease.facts());
            PeerState peers = journal.run().peers(journal, shared.members(), tried);
            if (peers == PeerState.DEAD || peers == PeerState.UNKNOWN) {
                return null;
            }
            DeliveryResult result = peers == PeerState.ALIVE ? DONE : complete(lease, shared, run, at, aborted);
            if (result.done()) {
                lease.append(new RunFact.Left(self));
            }
            return result;
        }
    }

    private @Nullable RunCreated create(RunLease lease, SharedRunState shared, Run own) throws IOException {
        RunFact.Announced announced = shared.announcement();
        if (announced == null) {
            return announce(lease, own, journal.run().reopenable(), journal.isPossiblyApplied());
        }
        return mayTakeEffect(announced.run()) ? null : create(lease, announced.run(), true);
    }

    /** Returns whether the service may still process the request of a JVM that died before it knew the reply. */
    private boolean mayTakeEffect(Run announced) {
        if (announced.token().equals(ownAttempt)) {
            return false; // what failed in doubt has paused all requests
        }
        if (!announced.token().equals(otherAttempt)) {
            otherAttempt = announced.token();
            otherAttemptSince = System.nanoTime();
        }
        return System.nanoTime() - otherAttemptSince < doubtTime.toNanos();
    }

    /** Records the run with the mark of the destination, so that the next JVM knows both, and creates it. */
    private @Nullable RunCreated announce(RunLease lease, Run run, boolean reopenable, boolean possiblyApplied)
            throws IOException {
        DeliveryResult prepared = destination.prepare(run);
        if (!(prepared instanceof Accepted accepted)) {
            recordEssential(prepared);
            return null;
        }
        if (!accepted.ids().isEmpty()) {
            breaker.record(accepted); // without an id, no request was sent
        }
        Run marked = accepted.ids().isEmpty() ? run : run.marked(accepted.ids().get(0));
        lease.append(new RunFact.Announced(marked, reopenable));
        ownAttempt = marked.token();
        return breaker.allowsRequests() ? create(lease, marked, possiblyApplied) : null;
    }

    private @Nullable RunCreated create(RunLease lease, Run run, boolean possiblyApplied) throws IOException {
        DeliveryResult result = destination.create(run, possiblyApplied);
        recordEssential(result);
        if (result instanceof Accepted accepted) {
            RunCreated created = new RunCreated(accepted.ids().get(0), accepted.url(), destination.address());
            if (run.acrossHosts() && !isConfirmed(created)) {
                return null;
            }
            lease.append(new RunFact.Created(created));
            return created;
        }
        return null;
    }

    private boolean isWaitingForOtherHosts() {
        return candidate != null && System.nanoTime() - candidateSince < settleTime.toNanos();
    }

    /** Returns whether the run is the same after the settle time: other hosts may create it at the same moment. */
    private boolean isConfirmed(RunCreated created) {
        if (created.equals(candidate)) {
            return !isWaitingForOtherHosts();
        }
        candidate = created;
        candidateSince = System.nanoTime();
        return false;
    }

    /** Reopens a completed run. If the service refuses, another run with the same title is created. */
    private @Nullable RunCreated reopen(RunLease lease, SharedRunState shared, RunCreated known) throws IOException {
        if (isSame(shared, known) && shared.isOpen()) {
            return known;
        }
        DeliveryResult result = destination.reopen(known.runId());
        breaker.record(result);
        if (result instanceof Accepted) {
            lease.append(isSame(shared, known) ? new RunFact.Reopened() : new RunFact.Created(known));
            return known;
        }
        if (result instanceof Retry) {
            return null;
        }
        RunFact.Announced announced = shared.announcement();
        return announced == null
                ? known
                : announce(lease, announced.run().with(UUID.randomUUID().toString()), announced.reopenable(), false);
    }

    private DeliveryResult complete(RunLease lease, SharedRunState shared, RunCreated run, Instant at, boolean aborted)
            throws IOException {
        boolean same = isSame(shared, run);
        if (same && shared.isClosed()) {
            return DONE;
        }
        if (same) {
            lease.append(new RunFact.Closing());
        }
        DeliveryResult result = destination.complete(run.runId(), at, aborted);
        breaker.record(result);
        if (result.done() && same) {
            lease.append(new RunFact.Closed());
        }
        return result;
    }

    private static boolean isSame(SharedRunState shared, RunCreated run) {
        RunCreated ack = shared.ack();
        return ack != null && ack.runId().equals(run.runId());
    }

    /**
     * Records the result of a request that all others need, so that a person has to act after a rejection. A rejected
     * orphan waits for that person and does not block other journals.
     */
    private void recordEssential(DeliveryResult result) throws IOException {
        if (!(result instanceof Rejected rejected)) {
            breaker.record(result);
        } else if (journal.adopted()) {
            throw new IOException(rejected.reason());
        } else {
            breaker.record(new Retry(rejected.reason(), Duration.ZERO, false, true));
        }
    }

    private static String checksum(String address) {
        CRC32C crc = new CRC32C();
        crc.update(address.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
