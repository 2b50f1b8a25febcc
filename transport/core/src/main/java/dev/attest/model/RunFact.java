package dev.attest.model;

/** One thing that the JVMs of a run have to agree on, in the order in which it became so. */
public sealed interface RunFact {

    /** Hands this fact to the method of its kind. */
    void tell(Handler handler);

    /**
     * A JVM is about to create the run at the service. What follows tells whether it came to that.
     *
     * @param lasting whether the run goes on when a JVM joins after it was closed
     */
    record Announced(Run run, boolean lasting) implements RunFact {

        @Override
        public void tell(Handler handler) {
            handler.announced(this);
        }
    }

    /** The service has the run. */
    record Created(Receipt.RunCreated receipt) implements RunFact {

        @Override
        public void tell(Handler handler) {
            handler.created(receipt);
        }
    }

    /** The last JVM is about to show the run as over: the service may have heard of it, or not. */
    record Closing() implements RunFact {

        @Override
        public void tell(Handler handler) {
            handler.closing();
        }
    }

    /** The service shows the run as over. */
    record Closed() implements RunFact {

        @Override
        public void tell(Handler handler) {
            handler.closed();
        }
    }

    /** The service takes results again. */
    record Reopened() implements RunFact {

        @Override
        public void tell(Handler handler) {
            handler.reopened();
        }
    }

    /**
     * A JVM is about to deliver results to the run.
     *
     * @param member name of its journal's folder
     */
    record Joined(String member) implements RunFact {

        @Override
        public void tell(Handler handler) {
            handler.joined(member);
        }
    }

    /**
     * A JVM has delivered all it had.
     *
     * @param member name of its journal's folder
     */
    record Left(String member) implements RunFact {

        @Override
        public void tell(Handler handler) {
            handler.left(member);
        }
    }

    /** Takes facts, a method for each kind. */
    interface Handler {

        /** Takes an {@link Announced}. */
        void announced(Announced announced);

        /** Takes a {@link Created}. */
        void created(Receipt.RunCreated receipt);

        /** Takes a {@link Closing}. */
        void closing();

        /** Takes a {@link Closed}. */
        void closed();

        /** Takes a {@link Reopened}. */
        void reopened();

        /** Takes a {@link Joined}. */
        void joined(String member);

        /** Takes a {@link Left}. */
        void left(String member);
    }
}
