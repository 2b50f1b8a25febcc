package dev.attest.internal.journal.event;

import dev.attest.internal.journal.event.SharedRunState.Completion;
import dev.attest.internal.json.JsonText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A fact about a run at one destination that all JVMs of the run share. Facts are kept in order. */
public sealed interface RunFact {

    void applyTo(SharedRunState state);

    /** Adds the fact as a member whose name is its kind. */
    void writeTo(JsonText line);

    /**
     * A JVM is about to create the run at the service. A later {@link Created} confirms it.
     *
     * @param reopenable whether a JVM that joins later reopens the completed run
     */
    record Announced(Run run, boolean reopenable) implements RunFact {

        static final String KIND = "Announced";

        public Announced {
            Objects.requireNonNull(run, "run");
        }

        @Override
        public void applyTo(SharedRunState state) {
            state.announced(this);
        }

        @Override
        public void writeTo(JsonText line) {
            RunFormat.write(run, line.object(KIND).object("run"));
            line.endObject().member("reopenable", reopenable).endObject();
        }
    }

    /** The service created the run. */
    record Created(Ack.RunCreated ack) implements RunFact {

        static final String KIND = "Created";

        public Created {
            Objects.requireNonNull(ack, "ack");
        }

        @Override
        public void applyTo(SharedRunState state) {
            state.created(ack);
        }

        @Override
        public void writeTo(JsonText line) {
            AckFormat.write(ack, line.object(KIND).object("ack"));
            line.endObject().endObject();
        }
    }

    /** The last JVM is about to complete the run. The request may have been applied. */
    record Closing() implements RunFact {

        static final String KIND = "Closing";

        @Override
        public void applyTo(SharedRunState state) {
            state.completion(Completion.IN_DOUBT);
        }

        @Override
        public void writeTo(JsonText line) {
            line.object(KIND).endObject();
        }
    }

    /** The run is completed. */
    record Closed() implements RunFact {

        static final String KIND = "Closed";

        @Override
        public void applyTo(SharedRunState state) {
            state.completion(Completion.CLOSED);
        }

        @Override
        public void writeTo(JsonText line) {
            line.object(KIND).endObject();
        }
    }

    /** The run is open again and takes results. */
    record Reopened() implements RunFact {

        static final String KIND = "Reopened";

        @Override
        public void applyTo(SharedRunState state) {
            state.completion(Completion.OPEN);
        }

        @Override
        public void writeTo(JsonText line) {
            line.object(KIND).endObject();
        }
    }

    /** A JVM is about to deliver results to the run. A member has the name of its journal's folder. */
    record Joined(String member) implements RunFact {

        static final String KIND = "Joined";

        public Joined {
            Objects.requireNonNull(member, "member");
        }

        /** By hand: what the compiler generates loads dozens of classes in each JVM that compares. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Joined same && same.member.equals(member);
        }

        @Override
        public int hashCode() {
            return member.hashCode();
        }

        @Override
        public void applyTo(SharedRunState state) {
            state.joined(member);
        }

        @Override
        public void writeTo(JsonText line) {
            line.object(KIND).member("member", member).endObject();
        }
    }

    /**
     * What a JVM did, for the summary of the build. Holds for a destination that is none: the summary itself.
     *
     * @param reopenable whether JVMs that come later add to the summary
     * @param digest text that the summary reads
     */
    record Summarized(String member, boolean reopenable, String digest) implements RunFact {

        static final String KIND = "Summarized";

        public Summarized {
            Objects.requireNonNull(member, "member");
            Objects.requireNonNull(digest, "digest");
        }

        /** By hand: what the compiler generates loads dozens of classes in each JVM that compares. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Summarized same && same.member.equals(member) && same.digest.equals(digest);
        }

        @Override
        public int hashCode() {
            return member.hashCode();
        }

        @Override
        public void applyTo(SharedRunState state) {
            state.summarized(reopenable);
        }

        @Override
        public void writeTo(JsonText line) {
            line.object(KIND)
                    .member("member", member)
                    .member("reopenable", reopenable)
                    .member("digest", digest)
                    .endObject();
        }
    }

    /** A JVM has delivered all its events. */
    record Left(String member) implements RunFact {

        static final String KIND = "Left";

        public Left {
            Objects.requireNonNull(member, "member");
        }

        /** By hand: what the compiler generates loads dozens of classes in each JVM that compares. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Left same && same.member.equals(member);
        }

        @Override
        public int hashCode() {
            return member.hashCode();
        }

        @Override
        public void applyTo(SharedRunState state) {
            state.left(member);
        }

        @Override
        public void writeTo(JsonText line) {
            line.object(KIND).member("member", member).endObject();
        }
    }
}
