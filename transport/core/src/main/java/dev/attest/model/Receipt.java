package dev.attest.model;

import java.util.List;

/** One thing that a destination acknowledged or refused, kept beside the journal so that it is never sent twice. */
public sealed interface Receipt {

    /** Hands this receipt to the method of its kind. */
    void tell(Handler handler);

    /** Returns whether it holds ids that the service gave, so that it must survive a power cut before they are used. */
    default boolean holdsIds() {
        return false;
    }

    /** Returns whether it says that something was refused, which is for a person to look at. */
    default boolean refuses() {
        return false;
    }

    /**
     * The service gave the run an id.
     *
     * @param runId its id
     * @param url page that shows it to people; may be empty
     * @param address of the destination that gave the id: it means nothing to any other
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

    /** The service made these rows. */
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
     * A row that the service made.
     *
     * @param row its number in the journal
     * @param attempt the attempt that it was made for: the first that was not refused
     * @param resultId the id that the service gave it; empty where it has no place for it
     */
    record Row(int row, int attempt, String resultId) {

        /** Returns whether the service has a place for it. */
        public boolean placed() {
            return !resultId.isEmpty();
        }
    }

    /** The service took attempts at rows that it has: each row shows the outcome of the last. */
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
     * An attempt that the service took.
     *
     * @param row its number in the journal
     * @param attempt its number
     * @param id that the service gave it; empty where the service does not keep attempts apart from their rows
     */
    record Attempt(int row, int attempt, String id) {}

    /**
     * The service took an attachment.
     *
     * @param leftOut whether it has no place for it, so that nothing more will be done about it
     */
    record AttachmentDelivered(int number, boolean leftOut) implements Receipt {

        @Override
        public void tell(Handler handler) {
            handler.attachmentDelivered(this);
        }
    }

    /** The service refused an attempt for good: it is set aside. */
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

    /** The service refused an attachment for good: it is set aside. */
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

    /** The service took a report of a row as it was at this attempt. */
    record RowReported(int row, int attempt) implements Receipt {

        @Override
        public void tell(Handler handler) {
            handler.rowReported(this);
        }
    }

    /** The service refused a report of a row as it was at this attempt: there is none of that. */
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

    /** The run was left, and is shown as over unless other JVMs are in it. */
    record RunCompleted() implements Receipt {

        @Override
        public void tell(Handler handler) {
            handler.runCompleted();
        }
    }

    /** Takes receipts, a method for each kind. */
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
