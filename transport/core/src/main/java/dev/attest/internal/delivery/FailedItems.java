package dev.attest.internal.delivery;

import dev.attest.internal.destination.Retry;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The items of one kind whose last request failed, and when to send them again. Others do not wait for them. Not
 * thread-safe.
 *
 * <p>One item can make a service fail at each request that contains it. So items that failed together are sent again in
 * halves. An item that fails again and again by itself, although the service accepts others of its kind, is given up. A
 * service that goes down fails at many, or does not answer: then each of them waits.
 *
 * @param <K> what an item is known by
 */
final class FailedItems<K> {

    /** A service that is down for a moment, or that fails at random, does not fail so often at one item only. */
    private static final int MOST_TRIES = 5;

    /** The next attempt at the same test gets so many. */
    private static final int TRIES_OF_THE_NEXT = 3;

    /** A service that fails at more at once is out of order itself, unless it accepts others between two tries. */
    private static final int FEW = 3;

    private static final class Failure {

        private final long since;
        private long last;
        private long retryAt;
        private int together;
        private int triesAlone;

        /** Those that the service answered with an error, or between which it accepted another item. */
        private int countedTries;

        Failure(long since) {
            this.since = since;
            this.last = since;
        }
    }

    private final DeliverySettings settings;
    private final Map<K, Failure> failures = new HashMap<>();
    private final Set<K> inDoubt = new HashSet<>();
    private final Acceptances.Kind kind;
    private final Acceptances acceptances;

    FailedItems(Acceptances.Kind kind, Acceptances acceptances, DeliverySettings settings) {
        this.kind = kind;
        this.acceptances = acceptances;
        this.settings = settings;
    }

    /** Marks items that may have been applied by a request whose reply nobody knows. */
    void doubt(Collection<K> items) {
        inDoubt.addAll(items);
    }

    /** Returns whether an earlier request of one of them may have been applied. */
    boolean anyInDoubt(Collection<K> items) {
        return !inDoubt.isEmpty() && items.stream().anyMatch(inDoubt::contains);
    }

    boolean hasDoubts() {
        return !inDoubt.isEmpty();
    }

    boolean hasFailed(K item) {
        return failures.containsKey(item);
    }

    boolean isEmpty() {
        return failures.isEmpty();
    }

    /** Returns whether an item can be sent now. */
    boolean isDue(K item) {
        Failure failure = failures.get(item);
        return failure == null || failure.retryAt - acceptances.now() <= 0;
    }

    /**
     * Returns the order in which items are sent: those that never failed, then those whose last failure is longest ago.
     * Otherwise one that fails each time would be sent each time, if all requests pause longer than it does.
     */
    Comparator<K> order() {
        long now = acceptances.now();
        return Comparator.comparingLong(item -> {
            Failure failure = failures.get(item);
            return failure == null ? Long.MIN_VALUE : failure.last - now;
        });
    }

    /** Returns how many items may be sent together with this one, and itself. */
    int mostTogether(K item) {
        Failure failure = failures.get(item);
        return failure == null ? Integer.MAX_VALUE : failure.together;
    }

    /** Returns whether each of them has failed before, and others were accepted since. */
    boolean isTheirFault(Collection<K> items) {
        for (K item : items) {
            Failure failure = failures.get(item);
            if (failure == null || !isItsFault(failure)) {
                return false;
            }
        }
        return true;
    }

    private boolean isItsFault(Failure failure) {
        return acceptances.anySince(kind, failure.since) && (failures.size() <= FEW || acceptedBetweenTries(failure));
    }

    private boolean acceptedBetweenTries(Failure failure) {
        return acceptances.anySince(kind, failure.last);
    }

    /** Records that a request failed and that the same items may be sent again. */
    void failed(Collection<K> items, Retry retry) {
        if (retry.possiblyApplied()) {
            inDoubt.addAll(items);
        }
        for (K item : items) {
            Failure failure = failures.computeIfAbsent(item, first -> new Failure(acceptances.now()));
            boolean counts = items.size() == 1 && (retry.over() || acceptedBetweenTries(failure));
            failure.together = Math.max(1, items.size() / 2);
            failure.triesAlone += items.size() == 1 ? 1 : 0;
            failure.countedTries += counts ? 1 : 0;
            failure.last = acceptances.now();
            int times = Math.max(1, failure.triesAlone);
            failure.retryAt = failure.last
                    + (retry.pause().isZero()
                                    ? settings.pauseAfter(
                                            times, retry.mayTakeEffectLater(), ThreadLocalRandom.current())
                                    : settings.pauseAsked(retry.pause(), ThreadLocalRandom.current()))
                            .toNanos();
        }
    }

    /**
     * Returns whether the fault is with the item, and not with the service: it failed by itself again and again, and
     * another was accepted meanwhile.
     */
    boolean isHopeless(K item) {
        Failure failure = failures.get(item);
        return failure != null && failure.countedTries >= MOST_TRIES && isItsFault(failure);
    }

    /** Records that items are given up. */
    void giveUp(Collection<K> items) {
        inDoubt.removeAll(items);
        items.forEach(item -> failures.computeIfAbsent(item, first -> new Failure(acceptances.now())).countedTries =
                MOST_TRIES - TRIES_OF_THE_NEXT);
    }

    /** Records that this JVM could not send an item, which says nothing of the service. */
    void notSent(K item, Retry retry) {
        if (retry.possiblyApplied()) {
            inDoubt.add(item);
        }
        Failure failure = failures.computeIfAbsent(item, first -> new Failure(acceptances.now()));
        failure.together = 1;
        failure.retryAt = acceptances.now()
                + settings.pauseAfter(1, retry.possiblyApplied(), ThreadLocalRandom.current())
                        .toNanos();
    }

    /** Returns why such an item is given up. */
    static String givenUp(Retry last) {
        return "The service fails at it again and again, and accepts others meanwhile. " + last.reason();
    }

    /** Records that the service has accepted items. */
    void accepted(Collection<K> items) {
        acceptances.note(kind);
        forget(items);
    }

    /** Records that the service has refused items. */
    void forget(Collection<K> items) {
        if (!failures.isEmpty()) {
            failures.keySet().removeAll(items);
        }
        if (!inDoubt.isEmpty()) {
            inDoubt.removeAll(items);
        }
    }
}
