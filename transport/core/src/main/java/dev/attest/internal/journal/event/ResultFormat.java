package dev.attest.internal.journal.event;

import dev.attest.internal.json.JsonMembers;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.MalformedJsonException;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes and reads how attempts ended. A comment and a retry, which most attempts lack, are left out then. */
final class ResultFormat {

    private ResultFormat() {}

    static void write(Result result, TestText tests, JsonText members) {
        members.member("row", result.row()).member("attempt", result.attempt());
        tests.write(result.test(), members);
        members.member("outcome", result.outcome().name()).member("started", result.started());
        writeEnd(result.duration(), result.failure(), result.comment(), result.retried(), members);
    }

    static void writeStopped(Event.AttemptStopped stopped, JsonText members) {
        members.member("row", stopped.row())
                .member("attempt", stopped.attempt())
                .member("outcome", stopped.outcome().name());
        writeEnd(stopped.duration(), stopped.failure(), stopped.comment(), false, members);
    }

    private static void writeEnd(
            Duration duration, @Nullable Failure failure, String comment, boolean retried, JsonText members) {
        members.member("duration", duration);
        if (failure != null) {
            members.object("failure")
                    .member("message", failure.message())
                    .member("stackTrace", failure.stackTrace())
                    .endObject();
        }
        if (!comment.isEmpty()) {
            members.member("comment", comment);
        }
        if (retried) {
            members.member("retried", true);
        }
    }

    static Result read(JsonMembers members) throws MalformedJsonException {
        return new Result(
                members.number("row"),
                members.number("attempt"),
                TestFormat.read(members.object("test")),
                members.constant("outcome", Outcome.class),
                members.instant("started"),
                members.duration("duration"),
                failure(members),
                comment(members),
                members.flag("retried"));
    }

    static Event.AttemptStopped readStopped(JsonMembers members) throws MalformedJsonException {
        return new Event.AttemptStopped(
                members.number("row"),
                members.number("attempt"),
                members.constant("outcome", Outcome.class),
                members.duration("duration"),
                failure(members),
                comment(members));
    }

    private static @Nullable Failure failure(JsonMembers members) throws MalformedJsonException {
        JsonMembers failure = members.optionalObject("failure");
        return failure == null ? null : new Failure(failure.text("message"), failure.text("stackTrace"));
    }

    private static String comment(JsonMembers members) throws MalformedJsonException {
        String comment = members.optionalText("comment");
        return comment == null ? "" : comment;
    }
}
