package dev.attest.internal.journal.event;

import dev.attest.AttachmentType;
import dev.attest.internal.json.JsonMembers;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.MalformedJsonException;
import dev.attest.spi.TestDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes and reads {@linkplain Event events}. */
public final class EventFormat implements LineFormat<Event> {

    private static final String RUN_STARTED = "RunStarted";
    private static final String TESTS_PLANNED = "TestsPlanned";
    private static final String TEST_STARTED = "TestStarted";
    private static final String ATTEMPT_STOPPED = "AttemptStopped";
    private static final String RESULT_RECORDED = "ResultRecorded";
    private static final String ATTACHMENT_ADDED = "AttachmentAdded";
    private static final String EVIDENCE_MOVED = "EvidenceMoved";
    private static final String RUN_FINISHED = "RunFinished";

    private final TestText tests = new TestText();

    @Override
    public void write(Event event, JsonText line) {
        event.accept(new Writer(line, tests));
    }

    @Override
    public @Nullable Event read(String kind, JsonMembers members) throws MalformedJsonException {
        return switch (kind) {
            case RUN_STARTED ->
                new Event.RunStarted(RunFormat.read(members.object("run")), members.requiredTexts("destinations"));
            case TESTS_PLANNED -> new Event.TestsPlanned(members.objects("tests", TestFormat::read));
            case TEST_STARTED ->
                new Event.TestStarted(
                        members.number("row"),
                        members.number("attempt"),
                        TestFormat.read(members.object("test")),
                        members.instant("at"));
            case ATTEMPT_STOPPED -> stopped(members);
            case RESULT_RECORDED -> new Event.ResultRecorded(ResultFormat.read(members.object("result")));
            case ATTACHMENT_ADDED -> new Event.AttachmentAdded(attachment(members.object("attachment")));
            case EVIDENCE_MOVED ->
                new Event.EvidenceMoved(members.number("from"), members.number("row"), members.number("attempt"));
            case RUN_FINISHED -> new Event.RunFinished(members.instant("at"), members.flag("cutOff"));
            default -> null;
        };
    }

    /** Format 1 had the whole result. */
    private static Event stopped(JsonMembers members) throws MalformedJsonException {
        JsonMembers result = members.optionalObject("result");
        return ResultFormat.readStopped(result == null ? members : result);
    }

    private static Attachment attachment(JsonMembers members) throws MalformedJsonException {
        return new Attachment(
                members.number("number"),
                members.number("row"),
                members.number("attempt"),
                members.text("fileName"),
                members.constant("type", AttachmentType.class),
                members.text("sha256"),
                members.longNumber("size"),
                place(members.optionalObject("place")),
                members.text("comment"));
    }

    private static @Nullable AttachmentTarget place(@Nullable JsonMembers place) throws MalformedJsonException {
        return place == null
                ? null
                : new AttachmentTarget(place.text("destination"), place.text("kind"), place.text("id"));
    }

    private record Writer(JsonText line, TestText tests) implements Event.Visitor {

        @Override
        public void runStarted(Event.RunStarted started) {
            RunFormat.write(started.run(), line.object(RUN_STARTED).object("run"));
            line.endObject().array("destinations");
            for (String destination : started.destinations()) {
                line.element(destination);
            }
            line.endArray().endObject();
        }

        @Override
        public void testsPlanned(List<TestDescription> planned) {
            line.object(TESTS_PLANNED).array("tests");
            for (TestDescription test : planned) {
                TestFormat.write(test, line.object());
                line.endObject();
            }
            line.endArray().endObject();
        }

        @Override
        public void testStarted(Event.TestStarted test) {
            line.object(TEST_STARTED).member("row", test.row()).member("attempt", test.attempt());
            tests.write(test.test(), line);
            line.member("at", test.at()).endObject();
        }

        @Override
        public void attemptStopped(Event.AttemptStopped stopped) {
            ResultFormat.writeStopped(stopped, line.object(ATTEMPT_STOPPED));
            line.endObject();
        }

        @Override
        public void resultRecorded(Result result) {
            ResultFormat.write(result, tests, line.object(RESULT_RECORDED).object("result"));
            line.endObject().endObject();
        }

        @Override
        public void attachmentAdded(Attachment attachment) {
            line.object(ATTACHMENT_ADDED)
                    .object("attachment")
                    .member("number", attachment.number())
                    .member("row", attachment.row())
                    .member("attempt", attachment.attempt())
                    .member("fileName", attachment.fileName())
                    .member("type", attachment.type().name())
                    .member("sha256", attachment.sha256())
                    .member("size", attachment.size());
            AttachmentTarget place = attachment.place();
            if (place != null) {
                line.object("place")
                        .member("destination", place.destination())
                        .member("kind", place.kind())
                        .member("id", place.id())
                        .endObject();
            }
            line.member("comment", attachment.comment()).endObject().endObject();
        }

        @Override
        public void evidenceMoved(Event.EvidenceMoved moved) {
            line.object(EVIDENCE_MOVED)
                    .member("from", moved.from())
                    .member("row", moved.row())
                    .member("attempt", moved.attempt())
                    .endObject();
        }

        @Override
        public void runFinished(Event.RunFinished finished) {
            line.object(RUN_FINISHED)
                    .member("at", finished.at())
                    .member("cutOff", finished.cutOff())
                    .endObject();
        }
    }
}
