package dev.attest.internal.journal;

import dev.attest.AttachmentType;
import dev.attest.internal.config.origin.Origin;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.AckFormat;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.EventFormat;
import dev.attest.internal.journal.event.LineFormat;
import dev.attest.internal.journal.event.Pipeline;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.journal.event.RunFact;
import dev.attest.internal.journal.event.RunFactFormat;
import dev.attest.internal.json.OrderedMembers;
import dev.attest.spi.Failure;
import dev.attest.spi.Links;
import dev.attest.spi.Outcome;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

final class LineFormatTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");
    private static final TestId ID = new TestId("junit-jupiter", "com.shop.CartTest", "adds(int)", "#2");
    private static final TestDescription PLAIN =
            new TestDescription(ID, "Cart", List.of(), new ReportName("com.shop.CartTest", "adds(int)[2]"));
    private static final TestDescription WHOLE = new TestDescription(
            ID,
            "Cart › \"ü\" \u2028",
            List.of("a", "b"),
            new ReportName("Cart", "adds"),
            new Links(List.of(1), List.of(2, 3), List.of()));
    private static final Run RUN = new Run("token", "title", NOON, "host", null);
    private static final Failure FAILURE = new Failure("2 is not 3\n", "at A.b(A.java:1)");

    private static final List<Event> EVENTS = List.of(
            new Event.RunStarted(RUN, List.of()),
            new Event.RunStarted(
                    new Run("token", "", NOON, "", new Pipeline(7, "s", 1, "p", 2, "j", 3), true, "mark"),
                    List.of("azure", "qacomplete")),
            new Event.RunStarted(
                    new Run("token", "", NOON, "", new Pipeline(0, "", 1, "", 1, "", 1, "vstfs:///r/1", ""), true, ""),
                    List.of("azure")),
            new Event.RunStarted(
                    RUN.from(new Origin("s", "j", "b", "https://ci/7", "~/f", "12", "main", "c", "ann", "p", "r")),
                    List.of("azure")),
            new Event.RunStarted(
                    RUN.from(new Origin("", "", "", "", "~/f", "", "", "", "", "", "JDK 17")), List.of("azure")),
            new Event.TestsPlanned(List.of()),
            new Event.TestsPlanned(List.of(PLAIN, WHOLE)),
            new Event.TestStarted(1, 1, PLAIN, NOON),
            new Event.TestStarted(10_000_000, 7, WHOLE, Instant.EPOCH),
            new Event.TestStarted(1, 1, PLAIN, Instant.MIN),
            new Event.TestStarted(1, 1, PLAIN, NOON.minusSeconds(4_000_000_000L)),
            new Event.AttemptStopped(2, 3, Outcome.PASSED, Duration.ZERO, null, ""),
            new Event.AttemptStopped(2, 3, Outcome.FAILED, Duration.ofDays(1_000_000), FAILURE, "a\nb"),
            new Event.ResultRecorded(new Result(1, 1, PLAIN, Outcome.PASSED, NOON, Duration.ofNanos(1), null, "")),
            new Event.ResultRecorded(
                    new Result(1, 2, WHOLE, Outcome.SKIPPED, NOON, Duration.ofHours(1), FAILURE, "a\nb", true)),
            new Event.AttachmentAdded(new Attachment(
                    1, 0, 1, "a.txt", AttachmentType.CONSOLE_LOG, "ab".repeat(32), Long.MAX_VALUE, null, "")),
            new Event.AttachmentAdded(new Attachment(
                    2,
                    1,
                    1,
                    "b.txt",
                    AttachmentType.BUG_FILING_DATA,
                    "ab".repeat(32),
                    0,
                    new AttachmentTarget("azure", "WorkItem", "12"),
                    "see")),
            new Event.EvidenceMoved(1, 0, 0),
            new Event.EvidenceMoved(1, 2, 3),
            new Event.RunFinished(NOON, false),
            new Event.RunFinished(NOON, true));

    private static final Ack.RunCreated CREATED = new Ack.RunCreated("12", "http://x", "http://x/demo");

    private static final List<Ack> ACKS = List.of(
            CREATED,
            new Ack.RowsCreated(List.of()),
            new Ack.RowsCreated(List.of(new Ack.Row(1, 1, "100000"), new Ack.Row(2, 2, ""))),
            new Ack.AttemptsAppended(List.of(new Ack.Attempt(1, 2, "3"), new Ack.Attempt(1, 3, ""))),
            new Ack.AttachmentDelivered(1, false),
            new Ack.AttachmentDelivered(2, true),
            new Ack.ResultRefused(1, 1, "too long"),
            new Ack.AttachmentRefused(3, "too large"),
            new Ack.RowReported(1, 2),
            new Ack.ReportRefused(1, 2, "no bug"),
            new Ack.RunCompleted());

    private static final List<RunFact> FACTS = List.of(
            new RunFact.Announced(RUN, true),
            new RunFact.Announced(RUN.marked("m"), false),
            new RunFact.Created(CREATED),
            new RunFact.Closing(),
            new RunFact.Closed(),
            new RunFact.Reopened(),
            new RunFact.Joined("2096-5f3a9c1e"),
            new RunFact.Summarized("2096-5f3a9c1e", true, "{\"passed\":1}"),
            new RunFact.Left("2096-5f3a9c1e"));

    @TestFactory
    Stream<DynamicTest> readsWhatItWrote() {
        return Stream.of(
                        tests(EVENTS, new EventFormat(), Event.class),
                        tests(ACKS, new AckFormat(), Ack.class),
                        tests(FACTS, new RunFactFormat(), RunFact.class))
                .flatMap(each -> each);
    }

    /** Lines that another version may have written, and damage that a checksum did not find. */
    @TestFactory
    Stream<DynamicTest> readsAnyTextAsItsTreeSays() {
        return Stream.of(
                        changed(EVENTS, new EventFormat()),
                        changed(ACKS, new AckFormat()),
                        changed(FACTS, new RunFactFormat()))
                .flatMap(each -> each);
    }

    /** The kinds are in the table above, each of them. */
    private static <T> Stream<DynamicTest> tests(List<T> values, LineFormat<T> format, Class<T> sealed) {
        Stream<DynamicTest> all = Stream.of(DynamicTest.dynamicTest(
                "each " + sealed.getSimpleName(),
                () -> assertThat(values.stream().map(Object::getClass).map(Class::getName))
                        .containsAll(kinds(sealed).toList())));
        return Stream.concat(
                all,
                values.stream()
                        .map(value -> DynamicTest.dynamicTest(value.toString(), () -> roundTrip(value, format))));
    }

    private static Stream<String> kinds(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(each -> each.isSealed() ? kinds(each) : Stream.of(each.getName()));
    }

    private static <T> void roundTrip(T value, LineFormat<T> format) throws IOException {
        LineCodec<T> codec = new LineCodec<>(format);

        byte[] line = codec.encode(value);

        assertThat(Frame.isIntact(line, 0, line.length - 1)).isTrue();
        byte[] json = Arrays.copyOfRange(line, Frame.PREFIX, line.length - 1);
        assertThat(text(json)).endsWith("}").contains("{\"" + value.getClass().getSimpleName() + "\":{");
        assertThat(codec.decode(json)).isEqualTo(value);
        assertThat(OrderedMembers.readOnlyMember(json, format))
                .as("without a tree")
                .isEqualTo(value);
    }

    private static <T> Stream<DynamicTest> changed(List<T> values, LineFormat<T> format) {
        LineCodec<T> codec = new LineCodec<>(format);
        return values.stream()
                .map(value -> DynamicTest.dynamicTest(value.toString(), () -> {
                    byte[] line = codec.encode(value);
                    byte[] json = Arrays.copyOfRange(line, Frame.PREFIX, line.length - 1);
                    for (String other : otherForms(text(json))) {
                        assertThat(read(() -> codec.decode(other.getBytes(StandardCharsets.UTF_8))))
                                .as(other)
                                .isEqualTo(read(() -> codec.decodeTree(other)));
                    }
                    Random random = new Random(json.length);
                    for (int i = 0; i < 2000; i++) {
                        byte[] damaged = damaged(json, random);
                        assertThat(read(() -> codec.decode(damaged)))
                                .as(text(damaged))
                                .isEqualTo(read(() -> codec.decodeTree(text(damaged))));
                    }
                }));
    }

    private static List<String> otherForms(String json) {
        return List.of(
                json.replace(":", " : "),
                json + " ",
                json + "{}",
                json.replace("}}", ",\"new\":1}}"),
                json.replace(":{\"", ":{\"new\":[{}],\""),
                json.replace("\"row\"", "\"\\u0072ow\""),
                json.replace("\"row\":1", "\"row\":\"1\""),
                json.replace("\"row\":1", "\"row\":1.0"),
                json.replace("\"row\":1", "\"row\":01"),
                json.replace("\"row\":1", "\"row\":1,\"row\":2"),
                json.replace("\"row\":1,\"attempt\":1", "\"attempt\":1,\"row\":1"),
                json.replace("\"attempt\":1", "\"attempt\":null"),
                json.replace("\"attempt\":1", "\"attempt\":99999999999"),
                json.replace("\"at\":", "\"at\":9"),
                json.replace("true", "false"),
                json.replace("true", "truly"),
                json.replace("/", "\\/"),
                json.replace("ü", "\\u00fc"),
                json.replace("a", "\\ud83d\\ude00"),
                json.replace("a", "\\ud83d"),
                json.replace("\\n", "\n"));
    }

    private static byte[] damaged(byte[] json, Random random) {
        byte[] damaged = json.clone();
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
            String likely = "{}[]\",:\\01-eu\n ";
            damaged[random.nextInt(damaged.length)] = random.nextBoolean()
                    ? (byte) likely.charAt(random.nextInt(likely.length()))
                    : (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    /** Returns what was read, or the message of what was thrown. */
    private static Object read(ThrowingCallable reading) {
        try {
            return reading.call();
        } catch (Throwable e) {
            return String.valueOf(e.getMessage());
        }
    }

    private interface ThrowingCallable {
        Object call() throws Throwable;
    }
}
