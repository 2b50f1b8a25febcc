package dev.attest.internal.journal.event;

import dev.attest.internal.journal.event.SharedRunState.Completion;
import java.util.Objects;

/** A fact about a run at one destination that all JVMs of the run share. Facts are kept in order. */
public sealed interface RunFact {

    void applyTo(SharedRunState state);

    /**
     * A JVM is about to create the run at the service. A later {@link Created} confirms it.
     *
     * @param reopenable whether a JVM that joins later reopens the completed run
     */
    record Announced(Run run, boolean reopenable) implements RunFact {

        public Announced {
            Objects.requireNonNull(run, "run");
        }

        @Override
        public void applyTo(SharedRunState state) {
            state.announced(this);
        }
    }

    /** The service created the run. */
    record Created(Ack.RunCreated ack) implements RunFact {

        public Created {
            Objects.requireNonNull(ack, "ack");
        }

        @Override
        public void applyTo(SharedRunState state) {
            state.created(ack);
        }
    }

    /** The last JVM is about to complete the run. The request may have been applied. */
    record Closing() implements RunFact {

        @Override
        public void applyTo(SharedRunState state) {
            state.completion(Completion.IN_DOUBT);
        }
    }

    /** The run is completed. */
    record Closed() implements RunFact {

        @Override
        public void applyTo(SharedRunState state) {
            state.completion(Completion.CLOSED);
        }
    }

    /** The run is open again and takes results. */
    record Reopened() implements RunFact {

        @Override
        public void applyTo(SharedRunState state) {
            state.completion(Completion.OPEN);
        }
    }

    /** A JVM is about to deliver results to the run. A member has the name of its journal's folder. */
    record Joined(String member) implements RunFact {

        public Joined {
            Objects.requireNonNull(member, "member");
        }

        @Override
        public void applyTo(SharedRunState state) {
            state.joined(member);
        }
    }

    /** A JVM has delivered all its events. */
    record Left(String member) implements RunFact {

        public Left {
            Objects.requireNonNull(member, "member");
        }

        @Override
        public void applyTo(SharedRunState state) {
            state.left(member);
        }
    }
}
