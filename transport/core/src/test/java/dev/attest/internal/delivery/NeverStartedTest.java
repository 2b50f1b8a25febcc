package dev.attest.internal.delivery;

import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NeverStartedTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "\"{0}\" planned, \"{1}\" started: {2} never started")
    @CsvSource({
        "'', '', 0",
        "'', #1, 0",
        "'', suite/#1, 0",
        "(int), (int)/#1, 0",
        "(int), (int), 0",
        "suite, suite/(int)/#2, 0",
        "suite/(int), suite/(int)/#2, 0",
        "(int), (int[])/#1, 1",
        "suite, suite2, 1",
        "suite2, suite, 1",
        "suite/(int), suite, 1",
        "#1, #10, 1",
    })
    void areThePlannedTestsOfWhichNoInvocationStarted(String planned, String started, int never) throws IOException {
        try (Journal journal = new Journals(folder).create("key", false)) {
            journal.append(new Event.RunStarted(new Run("token", "title", NOON, "host", null), List.of("azure")));
            journal.append(new Event.TestsPlanned(List.of(test("m()", planned), test("other()", started))));
            journal.append(new Event.TestStarted(1, 1, test("m()", started), NOON));
            journal.append(new Event.TestStarted(2, 1, test("other()", started), NOON));

            assertThat(NeverStarted.of(journal))
                    .hasSize(never)
                    .allSatisfy(result -> assertThat(result.test()).isEqualTo(test("m()", planned)))
                    .extracting(Result::row)
                    .allMatch(row -> row > 2);
        }
    }

    private static TestDescription test(String method, String path) {
        return new TestDescription(new TestId("e", "com.shop.CartTest", method, path), "title", List.of());
    }
}
