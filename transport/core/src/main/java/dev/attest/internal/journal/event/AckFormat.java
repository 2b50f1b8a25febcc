package dev.attest.internal.journal.event;

import dev.attest.internal.json.JsonMembers;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/** Writes and reads {@linkplain Ack acknowledgements}. */
public final class AckFormat implements LineFormat<Ack> {

    private static final String RUN_CREATED = "RunCreated";
    private static final String ROWS_CREATED = "RowsCreated";
    private static final String ATTEMPTS_APPENDED = "AttemptsAppended";
    private static final String ATTACHMENT_DELIVERED = "AttachmentDelivered";
    private static final String RESULT_REFUSED = "ResultRefused";
    private static final String ATTACHMENT_REFUSED = "AttachmentRefused";
    private static final String ROW_REPORTED = "RowReported";
    private static final String REPORT_REFUSED = "ReportRefused";
    private static final String RUN_COMPLETED = "RunCompleted";

    @Override
    public void write(Ack ack, JsonText line) {
        ack.accept(new Writer(line));
    }

    @Override
    public @Nullable Ack read(String kind, JsonMembers members) throws MalformedJsonException {
        return switch (kind) {
            case RUN_CREATED -> runCreated(members);
            case ROWS_CREATED -> new Ack.RowsCreated(members.objects("rows", AckFormat::row));
            case ATTEMPTS_APPENDED -> new Ack.AttemptsAppended(members.objects("attempts", AckFormat::attempt));
            case ATTACHMENT_DELIVERED -> new Ack.AttachmentDelivered(members.number("number"), members.flag("leftOut"));
            case RESULT_REFUSED ->
                new Ack.ResultRefused(members.number("row"), members.number("attempt"), members.text("reason"));
            case ATTACHMENT_REFUSED -> new Ack.AttachmentRefused(members.number("number"), members.text("reason"));
            case ROW_REPORTED -> new Ack.RowReported(members.number("row"), members.number("attempt"));
            case REPORT_REFUSED ->
                new Ack.ReportRefused(members.number("row"), members.number("attempt"), members.text("reason"));
            case RUN_COMPLETED -> new Ack.RunCompleted();
            default -> null;
        };
    }

    static void write(Ack.RunCreated created, JsonText members) {
        members.member("runId", created.runId()).member("url", created.url()).member("address", created.address());
    }

    static Ack.RunCreated runCreated(JsonMembers members) throws MalformedJsonException {
        return new Ack.RunCreated(members.text("runId"), members.text("url"), members.text("address"));
    }

    private static Ack.Row row(JsonMembers row) throws MalformedJsonException {
        return new Ack.Row(row.number("row"), row.number("attempt"), row.text("resultId"));
    }

    private static Ack.Attempt attempt(JsonMembers attempt) throws MalformedJsonException {
        return new Ack.Attempt(attempt.number("row"), attempt.number("attempt"), attempt.text("id"));
    }

    private record Writer(JsonText line) implements Ack.Visitor {

        @Override
        public void runCreated(Ack.RunCreated created) {
            AckFormat.write(created, line.object(RUN_CREATED));
            line.endObject();
        }

        @Override
        public void rowsCreated(Ack.RowsCreated created) {
            line.object(ROWS_CREATED).array("rows");
            for (Ack.Row row : created.rows()) {
                line.object()
                        .member("row", row.row())
                        .member("attempt", row.attempt())
                        .member("resultId", row.resultId())
                        .endObject();
            }
            line.endArray().endObject();
        }

        @Override
        public void attemptsAppended(Ack.AttemptsAppended appended) {
            line.object(ATTEMPTS_APPENDED).array("attempts");
            for (Ack.Attempt attempt : appended.attempts()) {
                line.object()
                        .member("row", attempt.row())
                        .member("attempt", attempt.attempt())
                        .member("id", attempt.id())
                        .endObject();
            }
            line.endArray().endObject();
        }

        @Override
        public void attachmentDelivered(Ack.AttachmentDelivered delivered) {
            line.object(ATTACHMENT_DELIVERED)
                    .member("number", delivered.number())
                    .member("leftOut", delivered.leftOut())
                    .endObject();
        }

        @Override
        public void resultRefused(Ack.ResultRefused refused) {
            refused(RESULT_REFUSED, refused.row(), refused.attempt(), refused.reason());
        }

        @Override
        public void attachmentRefused(Ack.AttachmentRefused refused) {
            line.object(ATTACHMENT_REFUSED)
                    .member("number", refused.number())
                    .member("reason", refused.reason())
                    .endObject();
        }

        @Override
        public void rowReported(Ack.RowReported reported) {
            line.object(ROW_REPORTED)
                    .member("row", reported.row())
                    .member("attempt", reported.attempt())
                    .endObject();
        }

        @Override
        public void reportRefused(Ack.ReportRefused refused) {
            refused(REPORT_REFUSED, refused.row(), refused.attempt(), refused.reason());
        }

        @Override
        public void runCompleted() {
            line.object(RUN_COMPLETED).endObject();
        }

        private void refused(String kind, int row, int attempt, String reason) {
            line.object(kind)
                    .member("row", row)
                    .member("attempt", attempt)
                    .member("reason", reason)
                    .endObject();
        }
    }
}
