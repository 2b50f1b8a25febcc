package dev.attest.internal.journal;

import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.EventFormat;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Links;
import dev.attest.spi.Outcome;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/** What the invocations of a method have in common is encoded once; each has its own line all the same. */
class InvocationLinesTest {

    private static final Instant NOON = Instant.parse("2026-12-02T12:00:00Z");

    private static final List<String> ENGINES = List.of("junit-jupiter", "testng");
    private static final List<String> CLASSES = List.of("com.shop.CartTest", "com.shop.\"Ü\" \\Test");
    private static final List<String> METHODS = List.of("adds(int)", "adds(long)", "kauft › €()");
    private static final List<String> TITLES = List.of(
            "CartTest › adds(int) › [1] 7",
            "CartTest › adds(int) › ",
            "CartTest › adds(int)",
            "CartTest › adds",
            " › ",
            "",
            "Ca\"rt\u2028 › \uD834\uDD1E › \uD834",
            "Ca\"rt\u2028 › \uD834\uDD1E › \uDD1E",
            "Ca\"rt\u2028 › \n");

    /** Invocations have the same objects, other tests may have equal ones. */
    @Property(tries = 300)
    void areThoseOfEachTestAlone(@ForAll long seed) {
        Random random = new Random(seed);
        LineCodec<Event> together = new LineCodec<>(new EventFormat());
        for (int i = 0; i < 50; i++) {
            TestDescription test = test(random);
            assertThat(together.encode(started(test))).isEqualTo(alone(started(test)));
            assertThat(together.encode(recorded(test))).isEqualTo(alone(recorded(test)));
        }
    }

    private static byte[] alone(Event event) {
        return new LineCodec<>(new EventFormat()).encode(event);
    }

    private static Event started(TestDescription test) {
        return new Event.TestStarted(1, 1, test, NOON);
    }

    private static Event recorded(TestDescription test) {
        return new Event.ResultRecorded(new Result(1, 1, test, Outcome.PASSED, NOON, Duration.ZERO, null, ""));
    }

    private static TestDescription test(Random random) {
        String className = any(CLASSES, random);
        TestId id = new TestId(any(ENGINES, random), className, any(METHODS, random), "#" + random.nextInt(3));
        List<String> tags = random.nextBoolean() ? List.of() : List.of("slow");
        ReportName report = new ReportName(random.nextBoolean() ? className : "Cart", "adds(int)[" + random.nextInt(3));
        Links links = random.nextBoolean() ? Links.NONE : new Links(List.of(random.nextInt(3)), List.of(), List.of());
        return new TestDescription(id, any(TITLES, random), tags, report, links);
    }

    private static String any(List<String> texts, Random random) {
        String text = texts.get(random.nextInt(4) > 0 ? 0 : random.nextInt(texts.size()));
        return random.nextInt(10) > 0 ? text : new StringBuilder(text).toString();
    }
}
