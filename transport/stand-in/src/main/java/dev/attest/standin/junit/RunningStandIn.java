package dev.attest.standin.junit;

import dev.attest.standin.StandIn;
import dev.attest.standin.StandInOptions;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** A stand-in that JUnit closes with the store of its class or test, also after a failure. Thread-safe. */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing else, and later ones want an AutoCloseable besides
final class RunningStandIn implements Store.CloseableResource, AutoCloseable {

    private final StandInOptions options;
    private final Set<RunningStandIn> owner;
    private final StandIn service;
    private int tests;

    private RunningStandIn(StandInOptions options, Set<RunningStandIn> owner) {
        this.options = options;
        this.owner = owner;
        this.service = StandIn.start(options);
    }

    /** Starts a stand-in, which is in the set until it is closed. */
    static RunningStandIn start(StandInOptions options, Set<RunningStandIn> owner) {
        var started = new RunningStandIn(options, owner);
        owner.add(started);
        return started;
    }

    StandIn service() {
        return service;
    }

    /** Removes what earlier tests left, unless one of them still runs. Returns what tells the end of the test. */
    synchronized RunningTest beginTest() {
        if (tests == 0) {
            service.faults().clear();
            service.faults().addAll(options.faults().rules());
            service.clearRequests();
        }
        tests++;
        return new RunningTest(this);
    }

    private synchronized void endTest() {
        tests--;
    }

    @Override
    public void close() {
        owner.remove(this);
        service.close();
    }

    /** A test that uses the stand-in, until JUnit closes the store of the test. */
    record RunningTest(RunningStandIn used) implements Store.CloseableResource, AutoCloseable {

        @Override
        public void close() {
            used.endTest();
        }
    }
}
