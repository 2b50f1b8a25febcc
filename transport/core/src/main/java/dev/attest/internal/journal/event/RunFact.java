package dev.attest.internal.journal.event;

/** A fact about a run at one destination that all JVMs of the run share. Facts are kept in order. */
public sealed interface RunFact {

    void accept(Visitor visitor);

    /**
     * A JVM is about to create the run at the service. A later {@link Created} confirms it.
     *
     * @param reopenable whether a JVM that joins later reopens the completed run
     */
    record Announced(Run run, boolean reopenable) implements RunFact {

        @Override
        public void accept(Visitor visitor) {
            visitor.announced(this);
        }
    }

    /** The service created the run. */
    record Created(Ack.RunCreated ack) implements RunFact {

        @Override
        public void accept(Visitor visitor) {
            visitor.created(ack);
        }
    }

    /** The last JVM is about to complete the run. The request may have been applied. */
    record Closing() implements RunFact {

        @Override
        public void accept(Visitor visitor) {
            visitor.closing();
        }
    }

    /** The run is completed. */
    record Closed() implements RunFact {

        @Override
        public void accept(Visitor visitor) {
            visitor.closed();
        }
    }

    /** The run is open again and takes results. */
    record Reopened() implements RunFact {

        @Override
        public void accept(Visitor visitor) {
            visitor.reopened();
        }
    }

    /**
     * A JVM is about to deliver results to the run.
     *
     * @param member name of its journal's folder
     */
    record Joined(String member) implements RunFact {

        @Override
        public void accept(Visitor visitor) {
            visitor.joined(member);
        }
    }

    /**
     * A JVM has delivered all its events.
     *
     * @param member name of its journal's folder
     */
    record Left(String member) implements RunFact {

        @Override
        public void accept(Visitor visitor) {
            visitor.left(member);
        }
    }

    /** Takes facts: one method for each kind. */
    interface Visitor {

        void announced(Announced announced);

        void created(Ack.RunCreated ack);

        void closing();

        void closed();

        void reopened();

        void joined(String member);

        void left(String member);
    }
}
