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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The part of one journal in a run that several JVMs share: the first creates it, the last one out shows it as over.
 * Not thread-safe: the publisher's thread owns it.
 *
 * <p>Each step is taken by one JVM at a time, and written down before and after, so that whoever dies at it leaves the
 * next one to look.
 */
final class SharedRunCoordinator {

    private static final DeliveryResult SETTLED = new Accepted(List.of(), "", Duration.ZERO);

    private final Journal journal;
    private final Destination destination;
    private final CircuitBreaker breaker;
    private final Duration settling;
    private final String facts;
    private final String self;
    private boolean entered;
    private @Nullable RunCreated candidate;
    private long candidateSince;

    /** @param settling how long what other hosts created at the same time may take to be seen */
    SharedRunCoordinator(Journal journal, Destination destination, CircuitBreaker breaker, Duration settling) {
        this.settling = settling;
        this.journal = journal;
        this.destination = destination;
        this.breaker = breaker;
        this.facts = destination.name() + "-" + checksum(destination.address());
        this.self = journal.folder().getFileName().toString();
    }

    /** Returns whether the run is known to take results of this journal. */
    boolean hasEntered() {
        return entered;
    }

    /**
     * Tries to enter the run: creates it if nobody did, and opens it again if all others had left.
     *
     * @param own run of this journal, in case that nobody announced one
     * @param before what the journal had entered in an earlier life, or null
     * @return the run; null if it is not to be had now
     */
    @Nullable
    RunCreated enter(Run own, @Nullable RunCreated before) throws IOException {
        if (isSettling()) {
            return null;
        }
        Optional<RunLease> held = journal.run().tryAcquireLease(facts);
        if (held.isEmpty()) {
            return null;
        }
        try (RunLease hold = held.get()) {
            SharedRunState shared = SharedRunState.of(hold.facts());
            RunCreated known = before == null ? shared.receipt() : before;
            RunCreated run = known == null ? create(hold, shared, own) : opened(hold, shared, known);
            if (run != null) {
                hold.append(new RunFact.Joined(self));
                entered = true;
            }
            return run;
        }
    }

    /**
     * Tries to leave the run, now that all is delivered. The last one out shows it as over.
     *
     * @param run that the journal entered; null if it had nothing to deliver
     * @param at when its tests were over
     * @param cutOff whether its JVM was cut off, and nobody of the same build is there to tell of it
     * @return what came of it; null if others have to be heard first
     */
    @Nullable
    DeliveryResult leave(@Nullable RunCreated run, Instant at, boolean cutOff) throws IOException {
        if (run == null) {
            return SETTLED;
        }
        Optional<RunLease> held = journal.run().tryAcquireLease(facts);
        if (held.isEmpty()) {
            return null;
        }
        try (RunLease hold = held.get()) {
            SharedRunState shared = SharedRunState.of(hold.facts());
            PeerState peers = journal.run().peers(journal, shared.present());
            if (peers == PeerState.DEAD || peers == PeerState.UNKNOWN) {
                return null;
            }
            DeliveryResult delivery = peers == PeerState.ALIVE ? SETTLED : close(hold, shared, run, at, cutOff);
            if (delivery.done()) {
                hold.append(new RunFact.Left(self));
            }
            return delivery;
        }
    }

    private @Nullable RunCreated create(RunLease hold, SharedRunState shared, Run own) throws IOException {
        RunFact.Announced announced = shared.announcement();
        return announced == null
                ? announce(hold, own, journal.run().reopenable(), journal.adopted())
                : create(hold, announced.run(), true);
    }

    /**
     * Writes the run down with what the destination marks it by, so that whoever takes over knows both, and creates it.
     */
    private @Nullable RunCreated announce(RunLease hold, Run run, boolean lasting, boolean possiblyApplied)
            throws IOException {
        DeliveryResult prepared = destination.prepare(run);
        requirePossible(prepared);
        if (!(prepared instanceof Accepted delivered)) {
            breaker.record(mustSucceed(prepared));
            return null;
        }
        if (!delivered.ids().isEmpty()) {
            breaker.record(delivered); // else nobody was asked, and nobody is known to be there
        }
        Run marked =
                delivered.ids().isEmpty() ? run : run.marked(delivered.ids().get(0));
        hold.append(new RunFact.Announced(marked, lasting));
        return breaker.isOpen() ? create(hold, marked, possiblyApplied) : null;
    }

    private @Nullable RunCreated create(RunLease hold, Run run, boolean possiblyApplied) throws IOException {
        DeliveryResult delivery = destination.create(run, possiblyApplied);
        requirePossible(delivery);
        breaker.record(mustSucceed(delivery));
        if (delivery instanceof Accepted delivered) {
            RunCreated created = new RunCreated(delivered.ids().get(0), delivered.url(), destination.address());
            if (run.acrossHosts() && !isSettled(created)) {
                return null;
            }
            hold.append(new RunFact.Created(created));
            return created;
        }
        return null;
    }

    private boolean isSettling() {
        return candidate != null && System.nanoTime() - candidateSince < settling.toNanos();
    }

    /** Returns whether it was the same a while ago: other hosts may create the run at the same moment. */
    private boolean isSettled(RunCreated created) {
        if (created.equals(candidate)) {
            return !isSettling();
        }
        candidate = created;
        candidateSince = System.nanoTime();
        return false;
    }

    /** Opens a run that was closed. A service that will not have that gets another run of the same title. */
    private @Nullable RunCreated opened(RunLease hold, SharedRunState shared, RunCreated known) throws IOException {
        if (isSame(shared, known) && shared.isOpen()) {
            return known;
        }
        DeliveryResult delivery = destination.reopen(known.runId());
        breaker.record(delivery);
        if (delivery instanceof Accepted) {
            hold.append(isSame(shared, known) ? new RunFact.Reopened() : new RunFact.Created(known));
            return known;
        }
        if (delivery instanceof Retry || shared.announcement() == null) {
            return delivery instanceof Retry ? null : known;
        }
        RunFact.Announced announced = shared.announcement();
        return announce(hold, announced.run().with(UUID.randomUUID().toString()), announced.reopenable(), false);
    }

    private DeliveryResult close(RunLease hold, SharedRunState shared, RunCreated run, Instant at, boolean cutOff)
            throws IOException {
        boolean same = isSame(shared, run);
        if (same && shared.isClosed()) {
            return SETTLED;
        }
        if (same) {
            hold.append(new RunFact.Closing());
        }
        DeliveryResult delivery = destination.complete(run.runId(), at, cutOff);
        breaker.record(delivery);
        if (delivery.done() && same) {
            hold.append(new RunFact.Closed());
        }
        return delivery;
    }

    private static boolean isSame(SharedRunState shared, RunCreated run) {
        RunCreated receipt = shared.receipt();
        return receipt != null && receipt.runId().equals(run.runId());
    }

    /** What an earlier JVM left and cannot have a run stays for a person, and stands in nobody's way. */
    private void requirePossible(DeliveryResult delivery) throws IOException {
        if (journal.adopted() && delivery instanceof Rejected rejected) {
            throw new IOException(rejected.reason());
        }
    }

    /** Without a run nothing can be delivered, so that a refusal of it is a matter for a person. */
    private static DeliveryResult mustSucceed(DeliveryResult delivery) {
        return delivery instanceof Rejected rejected
                ? new Retry(rejected.reason(), Duration.ZERO, false, true)
                : delivery;
    }

    private static String checksum(String address) {
        CRC32C crc = new CRC32C();
        crc.update(address.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
