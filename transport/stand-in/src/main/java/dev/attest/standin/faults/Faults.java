package dev.attest.standin.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a service misbehave: {@code faults.on("POST", "/results").nth(2).retryAfter(1).answer(503)}. Requests are
 * counted as they arrive; the first rule that meets a request decides. Safe for use by many threads.
 */
public final class Faults {

    private final List<FaultRule> rules = new ArrayList<>();

    /**
     * Starts a rule.
     *
     * @param method such as {@code POST}, or {@code *}
     * @param path what the path ends with, in any case and without the query; "" is every path
     */
    public FaultRule on(String method, String path) {
        return new FaultRule(this, method, path);
    }

    /** Forgets all rules. */
    public synchronized void clear() {
        rules.clear();
    }

    synchronized void add(FaultRule rule) {
        rules.add(rule);
    }

    /** Returns what goes wrong with a request; every call counts as a request. */
    public synchronized Optional<Fault> meet(String method, String path) {
        var met = Optional.<Fault>empty();
        for (var rule : rules) {
            var fault = rule.meet(method, path);
            met = met.isPresent() ? met : fault;
        }
        return met;
    }
}
