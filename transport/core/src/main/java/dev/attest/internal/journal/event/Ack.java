package dev.attest.internal.journal.event;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that a destination accepted or refused. Kept beside the events, so that nothing is sent twice. */
public sealed interface Ack {

    void accept(Visitor visitor);

    /** Holds ids of the service. It has to survive a power cut before the ids are used. */
    sealed interface Created extends Ack {}

    /** The service refused something permanently, so that it is not sent again. A person has to look at it. */
    sealed interface Refused extends Ack {
        String reason();
    }

    /**
     * The service created the run.
     *
     * @param runId id of the run
     * @param url page that shows the run; may be empty
     * @param address of the destination; the id is valid there only
     */
    record RunCreated(String runId, String url, String address) implements Created {

        public RunCreated {
            Objects.requireNonNull(runId, "runId");
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(address, "address");
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.runCreated(this);
        }

        /** By hand: what the compiler generates loads dozens of classes in each JVM that compares. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof RunCreated same
                    && same.runId.equals(runId)
                    && same.url.equals(url)
                    && same.address.equals(address);
        }

        @Override
        public int hashCode() {
            return runId.hashCode();
        }
    }

    /** The service created rows. */
    record RowsCreated(List<Row> rows) implements Created {

        public RowsCreated {
            rows = List.copyOf(rows);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.rowsCreated(this);
        }
    }

    /**
     * A row that the service created.
     *
     * @param row its number in the journal
     * @param attempt attempt that it was created for: the first one that was not refused
     * @param resultId id of the result at the service; empty if the service does not store this test
     */
    record Row(int row, int attempt, String resultId) {

        public Row {
            JournalNumbers.check(row, attempt);
            Objects.requireNonNull(resultId, "resultId");
        }

        /** Returns whether the service stores this test. */
        public boolean placed() {
            return !resultId.isEmpty();
        }
    }

    /** The service accepted further attempts of existing rows. A row shows the outcome of its last attempt. */
    record AttemptsAppended(List<Attempt> attempts) implements Created {

        public AttemptsAppended {
            attempts = List.copyOf(attempts);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.attemptsAppended(this);
        }
    }

    /**
     * An attempt that the service accepted.
     *
     * @param row its number in the journal
     * @param attempt its number
     * @param id of the attempt at the service; empty if the service has no ids for attempts
     */
    record Attempt(int row, int attempt, String id) {

        public Attempt {
            JournalNumbers.check(row, attempt);
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * The delivery of an attachment is complete.
     *
     * @param leftOut whether the service has no place for the attachment, so that it was not sent
     */
    record AttachmentDelivered(int number, boolean leftOut) implements Ack {

        public AttachmentDelivered {
            JournalNumbers.checkAttachment(number);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.attachmentDelivered(this);
        }
    }

    /** The service refused an attempt. */
    record ResultRefused(int row, int attempt, String reason) implements Refused {

        public ResultRefused {
            JournalNumbers.check(row, attempt);
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.resultRefused(this);
        }
    }

    /** The service refused an attachment. */
    record AttachmentRefused(int number, String reason) implements Refused {

        public AttachmentRefused {
            JournalNumbers.checkAttachment(number);
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.attachmentRefused(this);
        }
    }

    /** The service accepted a report about a row up to this attempt. */
    record RowReported(int row, int attempt) implements Ack {

        public RowReported {
            JournalNumbers.check(row, attempt);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.rowReported(this);
        }
    }

    /** The service refused a report about a row up to this attempt. */
    record ReportRefused(int row, int attempt, String reason) implements Refused {

        public ReportRefused {
            JournalNumbers.check(row, attempt);
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.reportRefused(this);
        }
    }

    /** This JVM left the run. The run is completed unless other JVMs take part in it. */
    record RunCompleted() implements Ack {

        @Override
        public void accept(Visitor visitor) {
            visitor.runCompleted();
        }
    }

    interface Visitor {

        void runCreated(RunCreated created);

        void rowsCreated(RowsCreated created);

        void attemptsAppended(AttemptsAppended appended);

        void attachmentDelivered(AttachmentDelivered delivered);

        void resultRefused(ResultRefused refused);

        void attachmentRefused(AttachmentRefused refused);

        void rowReported(RowReported reported);

        void reportRefused(ReportRefused refused);

        void runCompleted();
    }
}
