package dev.attest.standin.faults;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a service misbehave: {@code faults.add("POST *results: nth=2 status=503 retry-after=1")}, in the words of
 * {@link FaultGrammar}, or {@code faults.on("POST", "/results").nth(2).retryAfter(1).answer(503)}.
 *
 * <p>Each request is shown to all rules in the order in which it arrives, and the first that strikes decides. A rule
 * counts and draws for itself: from one stream of random numbers for each rule, which follows from the seed and the
 * rule's number, one number for each turn. So the same rules, the same seed and the same sequence of requests give the
 * same faults; among requests that arrive at the same time, the order of their arrival decides. Safe for use by many
 * threads.
 */
public final class Faults {

    private final List<StandingRule> rules = new ArrayList<>();
    private final long seed;
    private final InstantSource clock;
    private int lastId;

    /** Starts without rules. */
    public Faults(long seed, InstantSource clock) {
        this.seed = seed;
        this.clock = clock;
    }

    /**
     * Adds a rule, and returns its number.
     *
     * @throws IllegalArgumentException with the word that is wrong and what was expected
     */
    public int add(String rule) {
        return addAll(List.of(rule)).get(0);
    }

    /**
     * Adds all of these rules or, when one is wrong, none; returns their numbers.
     *
     * @throws IllegalArgumentException with the word that is wrong and what was expected
     */
    public List<Integer> addAll(List<String> texts) {
        var read = texts.stream().map(Rule::of).toList();
        synchronized (this) {
            var ids = new ArrayList<Integer>();
            for (var rule : read) {
                lastId++;
                rules.add(new StandingRule(lastId, rule, seed));
                ids.add(lastId);
            }
            return ids;
        }
    }

    /**
     * Starts a rule in Java, for the next request that matches unless it says otherwise.
     *
     * @param method such as {@code POST}, or {@code *}
     * @param path what the path ends with, in any case and without the query; "" is every path
     */
    public FaultRule on(String method, String path) {
        return new FaultRule(this, method, path);
    }

    /** Answers every request with 503, from the next one on for this long; returns the number of the rule. */
    public int outage(Duration span) {
        return add("* *: for=" + span.toMillis() + "ms status=503 body=html");
    }

    /** Forgets the rule with this number; returns whether there was one. Requests that it keeps hanging end. */
    public synchronized boolean remove(int id) {
        return rules.removeIf(rule -> rule.id() == id);
    }

    /** Forgets all rules; the next has the number 1 again, with the same random numbers. */
    public synchronized void clear() {
        rules.clear();
        lastId = 0;
    }

    /** Returns the rules, those that are over included. */
    public synchronized List<ActiveFault> active() {
        var now = clock.instant();
        return rules.stream().map(rule -> rule.view(now)).toList();
    }

    /**
     * Returns what goes wrong with a request; every call counts as a request.
     *
     * @param size of the body; -1 when it is not announced
     */
    public synchronized Optional<Fault> meet(String method, String path, long size) {
        var now = clock.instant();
        var met = Optional.<StandingRule>empty();
        for (var rule : rules) {
            if (rule.wants(method, path, size, now) && met.isEmpty()) {
                rule.strike(now);
                met = Optional.of(rule);
            }
        }
        return met.map(StandingRule::fault);
    }

    /** Returns whether the rule that this fault comes from is still there. */
    public synchronized boolean stands(Fault fault) {
        return rules.stream().anyMatch(rule -> rule.isOf(fault));
    }
}
