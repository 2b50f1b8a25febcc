package dev.attest.model;

import java.util.List;

/** Something that a destination accepted or refused. Kept beside the events, so that nothing is sent twice. */
public sealed interface Receipt {

    /** Calls the method for this kind of acknowledgement. */
    void tell(Handler handler);

    /** Returns whether it holds ids of the service. It then has to survive a power cut before the ids are used. */
    default boolean holdsIds() {
        return false;
    }

    /** Returns whether the service refused something, which a person has to look at. */
    default boolean refuses() {
        return false;
    }

    /**
     * The service created the run.
     *
     * @param runId id of the run
     * @param url page that shows the run; may be empty
     * @param address of the destination; the id is valid there only
     */
    record RunCreated(String runId, String url, String address) implements Receipt {

        @Override
        public boolean holdsIds() {
            return true;
        }

        @Override
        public void tell(Handler handler) {
            handler.runCreated(this);
        }
    }

    /** The service created rows. */
    record RowsCreated(List<Row> rows) implements Receipt {

        public RowsCreated {
            rows = List.copyOf(rows);
        }

        @Override
        public boolean holdsIds() {
            return true;
        }

        @Override
        public void tell(Handler handler) {
            handler.rowsCreated(this);
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

        /** Returns whether the service stores this test. */
        public boolean placed() {
            return !resultId.isEmpty();
        }
    }

    /** The service accepted further attempts of existing rows. A row shows the outcome of its last attempt. */
    record AttemptsAppended(List<Attempt> attempts) implements Receipt {

        public AttemptsAppended {
            attempts = List.copyOf(attempts);
        }

        @Override
        public boolean holdsIds() {
            return true;
        }

        @Override
        public void tell(Handler handler) {
            handler.attemptsAppended(this);
        }
    }

    /**
     * An attempt that the service accepted.
     *
     * @param row its number in the journal
     * @param attempt its number
     * @param id of the attempt at the service; empty if the service has no ids for attempts
     */
    record Attempt(int row, int attempt, String id) {}

    /**
     * The delivery of an attachment is complete.
     *
     * @param leftOut whether the service has no place for the attachment, so that it was not sent
     */
    record AttachmentDelivered(int number, boolean leftOut) implements Receipt {

        @Override
        public void tell(Handler handler) {
            handler.attachmentDelivered(this);
        }
    }

    /** The service refused an attempt permanently. It is not sent again. */
    record ResultRefused(int row, int attempt, String reason) implements Receipt {

        @Override
        public boolean refuses() {
            return true;
        }

        @Override
        public void tell(Handler handler) {
            handler.resultRefused(this);
        }
    }

    /** The service refused an attachment permanently. It is not sent again. */
    record AttachmentRefused(int number, String reason) implements Receipt {

        @Override
        public boolean refuses() {
            return true;
        }

        @Override
        public void tell(Handler handler) {
            handler.attachmentRefused(this);
        }
    }

    /** The service accepted a report about a row up to this attempt. */
    record RowReported(int row, int attempt) implements Receipt {

        @Override
        public void tell(Handler handler) {
            handler.rowReported(this);
        }
    }

    /** The service refused a report about a row up to this attempt permanently. */
    record ReportRefused(int row, int attempt, String reason) implements Receipt {

        @Override
        public boolean refuses() {
            return true;
        }

        @Override
        public void tell(Handler handler) {
            handler.reportRefused(this);
        }
    }

    /** This JVM left the run. The run is completed unless other JVMs take part in it. */
    record RunCompleted() implements Receipt {

        @Override
        public void tell(Handler handler) {
            handler.runCompleted();
        }
    }

    /** Takes acknowledgements: one method for each kind. */
    interface Handler {

        /** Takes a {@link RunCreated}. */
        void runCreated(RunCreated created);

        /** Takes a {@link RowsCreated}. */
        void rowsCreated(RowsCreated created);

        /** Takes an {@link AttemptsAppended}. */
        void attemptsAppended(AttemptsAppended appended);

        /** Takes an {@link AttachmentDelivered}. */
        void attachmentDelivered(AttachmentDelivered delivered);

        /** Takes a {@link ResultRefused}. */
        void resultRefused(ResultRefused refused);

        /** Takes an {@link AttachmentRefused}. */
        void attachmentRefused(AttachmentRefused refused);

        /** Takes a {@link RowReported}. */
        void rowReported(RowReported reported);

        /** Takes a {@link ReportRefused}. */
        void reportRefused(ReportRefused refused);

        /** Takes a {@link RunCompleted}. */
        void runCompleted();
    }
}
