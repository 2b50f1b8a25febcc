package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.azure.Samples;
import dev.attest.internal.azure.api.ApiVersionsTest;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.Run;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Clocks of hosts that differ from that of the service, or are set while a run lasts. */
class RunClocksTest {

    /** When the service creates the run, by its own clock. */
    private static final Instant CREATED = Samples.NOW;

    private static final Pattern WINDOW =
            Pattern.compile("minLastUpdatedDate=([^&]+)&maxLastUpdatedDate=([^&]+)&isAutomated");
    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);
    private static final int MOST_REQUESTS = 25;

    private final Origin origin = new Origin();

    @AfterEach
    void close() {
        origin.close();
    }

    /** The two offsets are those of the clock of the host, when the run starts and when it is searched. */
    @ParameterizedTest
    @CsvSource({
        // at the start, at the search, searched after, marked, date of the service
        "PT0S,    PT0S,    PT1M,   true,  right",
        "PT-72H,  PT-72H,  PT1M,   true,  right",
        "PT72H,   PT72H,   PT1M,   true,  right",
        "PT-72H,  PT-72H,  PT1M,   false, right",
        "PT72H,   PT72H,   PT1M,   false, right",
        "PT0S,    PT24H,   PT1M,   true,  right",
        "PT0S,    PT-24H,  PT1M,   true,  right",
        "PT0S,    PT24H,   PT1M,   false, right",
        "PT0S,    PT-24H,  PT1M,   false, right",
        "PT-72H,  PT0S,    PT5H,   true,  right",
        "PT72H,   PT0S,    PT5H,   true,  right",
        "PT-72H,  PT0S,    PT5H,   false, right",
        "PT72H,   PT0S,    PT5H,   false, right",
        "PT-72H,  PT-72H,  PT240H, true,  right",
        "PT24H,   PT-24H,  PT30M,  true,  right",
        "PT72H,   PT0S,    PT30H,  true,  right",
        "PT2H,    PT0S,    PT5H,   true,  right",
        "PT-72H,  PT-72H,  PT1M,   true,  in another zone",
        "PT-72H,  PT-72H,  PT1M,   false, in another zone",
        "PT0S,    PT0S,    PT1M,   true,  missing",
        "PT-72H,  PT-72H,  PT1M,   false, missing",
        "PT-72H,  PT-72H,  PT1M,   true,  unreadable",
        "PT0S,    PT0S,    PT1M,   true,  of 1970",
        "PT0S,    PT0S,    PT1M,   false, of 2099",
        "PT0S,    PT0S,    PT1M,   true,  of 2099",
        "PT-72H,  PT-72H,  PT1M,   false, of a cache",
        "P-9000D, P-9000D, PT1M,   true,  right",
        "P9000D,  P9000D,  PT1M,   true,  right",
    })
    void doNotHideARunWhoseCreationGotNoReply(
            Duration atStart, Duration atSearch, Duration after, boolean marked, String date) {
        Instant searched = CREATED.plus(after);
        Instant started = CREATED.plus(atStart).minusSeconds(20);
        Run run = new Run("9f3c2a", "Shop tests", started, "host7", null, false, marked ? mark(date) : "");
        for (int request = 0; request < MOST_REQUESTS; request++) {
            answerNoRuns(searched, date);
        }

        try (AzureDestination azure = Samples.destination(origin, "7.1", searched.plus(atSearch))) {
            azure.create(run, true);
        }

        assertThat(origin.requests()).hasSizeLessThan(MOST_REQUESTS).anyMatch(RunClocksTest::finds);
        assertThat(origin.requests())
                .filteredOn(request -> WINDOW.matcher(request).find())
                .allSatisfy(request -> assertThat(lengthOf(request)).isBetween(Duration.ZERO, LONGEST_WINDOW));
    }

    @Test
    void areComparedOnceWhenTheyAgree() {
        origin.at(CREATED).answer(200, "{\"value\":[]}").answer(200, "{\"id\":31}");

        try (AzureDestination azure = Samples.destination(origin, "7.1", CREATED)) {
            azure.create(Samples.run(), true);
        }

        assertThat(origin.requests()).hasSize(2);
    }

    @Test
    void areToldByTheServiceBeforeItIsAskedForARun() {
        origin.at(CREATED).answer(200, ApiVersionsTest.options("7.1", "7.1", "7.1", "7.1"));

        try (AzureDestination azure = Samples.destination(origin, "", CREATED.minus(Duration.ofDays(3)))) {
            assertThat(azure.prepare(Samples.run())).isInstanceOfSatisfying(Accepted.class, prepared -> {
                assertThat(prepared.ids()).hasSize(1);
                assertThat(prepared.ids().get(0)).startsWith("service time 2026-11-21T09:00:0");
            });
        }
        assertThat(origin.requests()).containsExactly("OPTIONS /tfs/Main/_apis/test");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T10:00:00Z, 2026-11-21T10:00:00Z",
        "2026-11-21T08:00:00.002Z, 2026-11-21T08:00:00.002Z",
        "2026-11-21T08:00:00Z, 2026-11-21T08:00:00.001Z",
        "2026-11-20T10:00:00Z, 2026-11-21T08:00:00.001Z",
    })
    void neverEndARunBeforeItsStart(Instant end, Instant sent) {
        String run = "{\"id\":31,\"startedDate\":\"2026-11-21T08:00:00Z\"}";
        origin.answer(200, run).answer(200, run).answer(200, run);

        try (AzureDestination creator = Samples.destination(origin)) {
            creator.create(Samples.run(), false);
            creator.complete("31", end, false);
        }
        origin.answer(200, run);
        try (AzureDestination another = Samples.destination(origin)) {
            another.complete("31", end, true);
        }

        assertThat(origin.requests()).hasSize(4);
        assertThat(origin.requests().get(1)).contains("\"completedDate\":\"" + sent + "\"");
        assertThat(origin.requests().get(3)).contains("\"completedDate\":\"" + sent + "\"");
    }

    @Test
    void doNotKeepARunOpenWhoseStartCannotBeRead() {
        origin.answer(403, "{\"message\":\"no read access\"}").answer(200, "{\"id\":31}");

        try (AzureDestination azure = Samples.destination(origin)) {
            assertThat(azure.complete("31", Samples.NOW, false)).isInstanceOf(Accepted.class);
        }
    }

    private String mark(String date) {
        return switch (date) {
            case "of 1970" -> "service time 1970-01-01T00:00:00Z";
            case "of 2099" -> "service time 2099-01-01T00:00:00Z";
            case "missing", "unreadable" -> "";
            default -> "service time " + CREATED.minusSeconds(1);
        };
    }

    private void answerNoRuns(Instant now, String date) {
        String none = "{\"value\":[]}";
        switch (date) {
            case "right" -> origin.at(now).answer(200, none);
            case "missing" -> origin.answer(200, none);
            case "in another zone" ->
                origin.dated("Sat, 21 Nov 2026 14:31:00 +0530").answer(200, none);
            case "unreadable" -> origin.dated("today").answer(200, none);
            case "of 1970" -> origin.dated("Thu, 01 Jan 1970 00:00:00 GMT").answer(200, none);
            case "of 2099" -> origin.dated("Thu, 01 Jan 2099 00:00:00 GMT").answer(200, none);
            case "of a cache" -> origin.dated("Sun, 01 Nov 2026 00:00:00 GMT").answer(200, none, "Age: 1728000");
            default -> throw new IllegalArgumentException(date);
        }
    }

    /** Returns whether the service would show the run: it is in the window, or all runs are listed. */
    private static boolean finds(String request) {
        Matcher window = WINDOW.matcher(request);
        return window.find()
                ? !instant(window.group(1)).isAfter(CREATED)
                        && !instant(window.group(2)).isBefore(CREATED)
                : request.contains("runs?automated=true&includeRunDetails=true");
    }

    private static Duration lengthOf(String request) {
        Matcher window = WINDOW.matcher(request);
        return window.find() ? Duration.between(instant(window.group(1)), instant(window.group(2))) : Duration.ZERO;
    }

    private static Instant instant(String text) {
        return Instant.parse(URLDecoder.decode(text, StandardCharsets.UTF_8));
    }
}
