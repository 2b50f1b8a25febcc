package dev.attest.standin.faults;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults of a service: {@code faults.add("POST *results: nth=2 status=503 retry-after=1")}, in the words of
 * {@link FaultGrammar}, or {@code faults.on("POST", "/results").nth(2).retryAfter(1).answer(503)}.
 *
 * <p>Every fault counts every request that matches. If several faults apply to a request, the one that was added first
 * is used. Each fault has its own stream of random numbers, which depends on the seed and on the number of the fault.
 * The same faults, seed and sequence of requests therefore give the same result. Thread-safe.
 */
public final class Faults {

    private final List<ActiveRule> rules = new ArrayList<>();
    private final long seed;
    private final InstantSource clock;
    private int lastId;

    /** Creates a list without faults. */
    public Faults(long seed, InstantSource clock) {
        this.seed = seed;
        this.clock = clock;
    }

    /**
     * Adds a fault, and returns its number.
     *
     * @throws IllegalArgumentException naming the wrong option and what is expected
     */
    public int add(String rule) {
        return addAll(List.of(rule)).get(0);
    }

    /**
     * Adds all of these faults, or none if one is wrong. Returns their numbers.
     *
     * @throws IllegalArgumentException naming the wrong option and what is expected
     */
    public List<Integer> addAll(List<String> texts) {
        var read = texts.stream().map(FaultDefinition::of).toList();
        synchronized (this) {
            var ids = new ArrayList<Integer>();
            for (var rule : read) {
                lastId++;
                rules.add(new ActiveRule(lastId, rule, seed));
                ids.add(lastId);
            }
            return ids;
        }
    }

    /**
     * Starts a fault in Java. It applies to the next request that matches, unless it says otherwise.
     *
     * @param method such as {@code POST}, or {@code *}
     * @param path the end of the path, without the query; case does not matter; "" matches every path
     */
    public FaultRule on(String method, String path) {
        return new FaultRule(this, method, path);
    }

    /**
     * Answers every request with 503 for this long, starting with the next request. Returns the number of the fault.
     */
    public int outage(Duration span) {
        return add("* *: for=" + span.toMillis() + "ms status=503 body=html");
    }

    /** Removes a fault and releases the requests that it hangs. Returns whether the number was known. */
    public synchronized boolean remove(int id) {
        return rules.removeIf(rule -> rule.id() == id);
    }

    /** Removes all faults. The next one has the number 1 again, and the same random numbers. */
    public synchronized void clear() {
        rules.clear();
        lastId = 0;
    }

    /** Returns all faults, including those that are over. */
    public synchronized List<ActiveFault> active() {
        var now = clock.instant();
        return rules.stream().map(rule -> rule.view(now)).toList();
    }

    /**
     * Returns the fault of a request. Each call counts as one request.
     *
     * @param size of the body in bytes; -1 if it is not announced
     */
    public synchronized Optional<Fault> match(String method, String path, long size) {
        var now = clock.instant();
        var met = Optional.<ActiveRule>empty();
        for (var rule : rules) {
            if (rule.appliesTo(method, path, size, now) && met.isEmpty()) {
                rule.countStrike(now);
                met = Optional.of(rule);
            }
        }
        return met.map(ActiveRule::fault);
    }

    /** Returns whether this fault was not removed yet. */
    public synchronized boolean isActive(Fault fault) {
        return rules.stream().anyMatch(rule -> rule.yields(fault));
    }

    /**
     * A fault and its counters.
     *
     * @param id the number to remove it by
     * @param rule the text, see {@link FaultGrammar}
     * @param seen the number of requests with its method, path and size
     * @param struck the number of requests that it applied to
     * @param over whether it applies to no further request
     */
    public record ActiveFault(int id, String rule, long seen, long struck, boolean over) {}
}
