package dev.attest.internal.delivery;

import dev.attest.internal.destination.Retry;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The items of one kind whose last request failed, and when to send them again. Others do not wait for them. Not
 * thread-safe.
 *
 * <p>One item can make a service fail at each request that contains it. So items that failed together are sent again in
 * halves. An item that fails again and again by itself, while the service accepts others of its kind, is given up.
 *
 * @param <K> what an item is known by
 */
final class FailedItems<K> {

    /** A service that is down for a moment, or that fails at random, does not fail so often at one item only. */
    private static final int MOST_TRIES = 5;

    private static final class Failure {

        private final long since = System.nanoTime();
        private long retryAt;
        private int together;
        private int triesAlone;
    }

    private final DeliverySettings settings;
    private final RandomGenerator random = new SplittableRandom();
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

    /** Returns whether an item can be sent now. */
    boolean isDue(K item) {
        Failure failure = failures.get(item);
        return failure == null || failure.retryAt - System.nanoTime() <= 0;
    }

    /** Returns how many items may be sent together with this one, and itself. */
    int mostTogether(K item) {
        Failure failure = failures.get(item);
        return failure == null ? Integer.MAX_VALUE : failure.together;
    }

    /** Returns whether each of them has failed before, and another item was accepted since. */
    boolean isTheirFault(Collection<K> items) {
        return items.stream().map(failures::get).allMatch(failure -> failure != null && isItsFault(failure));
    }

    private boolean isItsFault(Failure failure) {
        return acceptances.anySince(kind, failure.since);
    }

    /** Records that a request failed and that the same items may be sent again. */
    void failed(Collection<K> items, Retry retry) {
        if (retry.possiblyApplied()) {
            inDoubt.addAll(items);
        }
        for (K item : items) {
            Failure failure = failures.computeIfAbsent(item, first -> new Failure());
            failure.together = Math.max(1, items.size() / 2);
            failure.triesAlone += items.size() == 1 ? 1 : 0;
            int times = Math.max(1, failure.triesAlone);
            failure.retryAt = System.nanoTime()
                    + (retry.pause().isZero()
                                    ? settings.pauseAfter(times, retry.mayTakeEffectLater(), random)
                                    : settings.pauseAsked(retry.pause(), random))
                            .toNanos();
        }
    }

    /**
     * Returns whether the fault is with the item, and not with the service: it failed by itself again and again, and
     * another was accepted meanwhile.
     */
    boolean isHopeless(K item) {
        Failure failure = failures.get(item);
        return failure != null && failure.triesAlone >= MOST_TRIES && isItsFault(failure);
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
        failures.keySet().removeAll(items);
        inDoubt.removeAll(items);
    }
}
