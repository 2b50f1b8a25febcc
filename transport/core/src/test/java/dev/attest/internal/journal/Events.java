package dev.attest.internal.journal;

import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Events to append, each one of its kind, and all that a journal holds. */
final class Events {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456Z");

    private Events() {}

    static Event started(int row) {
        return new Event.TestStarted(row, 1, test(row), NOON);
    }

    static Event failed(int row) {
        Failure failure = new Failure(
                "expected \"a\"\nbut was «ü𝄞»", "java.lang.AssertionError\n\tat A.b(A.java:" + row + ")\n");
        return new Event.ResultRecorded(
                new Result(row, 1, test(row), Outcome.FAILED, NOON, Duration.ofMillis(row), failure, "a\nb"));
    }

    static Event numbered(int number) {
        return number % 3 == 0 ? failed(number + 1) : started(number + 1);
    }

    static List<Event> all(Journal journal) throws IOException {
        LineReader<Event> reader = journal.reader();
        List<Event> all = new ArrayList<>();
        for (List<Event> some = reader.read(7); !some.isEmpty(); some = reader.read(7)) {
            all.addAll(some);
        }
        return all;
    }

    private static TestDescription test(int row) {
        return new TestDescription(
                new TestId("junit-jupiter", "com.shop.CartTest", "adds(int)", "#" + row),
                "Cart › adds " + row,
                List.of("slow"));
    }

    /** Returns the run that the journal in this folder takes part in. */
    static RunFolder runOf(Disk disk, Path folder) {
        Path run = Objects.requireNonNull(folder.getParent());
        return new RunFolder(new Journals(run), disk, run, false);
    }

    /** Returns a line with its line feed. */
    static byte[] line(String kind, String json) {
        return Frame.sealed(
                (" ".repeat(Frame.PREFIX) + "{\"" + kind + "\":" + json + "}").getBytes(StandardCharsets.UTF_8));
    }
}
