package dev.attest.standin.faults;

import dev.attest.standin.faults.Faults.ActiveFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class FaultsTest {

    private static final String PATH = "/c/p/_apis/test/runs";

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource clock = () -> now;
    private final Faults faults = new Faults(1, clock);

    @ParameterizedTest
    @CsvSource({
        "nth=2, .x......",
        "every=3, ..x..x..",
        "from=3 to=5, ..xxx...",
        "from=3 every=2, ...x.x.x",
        "times=3, xxx.....",
        "every=2 times=2, .x.x....",
        "chance=1, xxxxxxxx"
    })
    void strikesInTurn(String when, String expected) {
        faults.add("POST */runs: " + when + " drop");

        assertThat(strikes(faults, 8)).isEqualTo(expected);
    }

    @Test
    void strikesTheSameRequestsForTheSameSeed() {
        var one = strikes(chancy(42), 400);

        assertThat(strikes(chancy(42), 400)).isEqualTo(one);
        assertThat(strikes(chancy(43), 400)).isNotEqualTo(one);
        assertThat(one.chars().filter(c -> c == 'x').count()).isBetween(50L, 150L);
    }

    @Test
    void strikesTheSameTurnsWhateverOtherRulesDo() {
        var alone = strikes(chancy(42), 100);
        var withAnother = chancy(42);
        withAnother.add("GET */runs: chance=0.5 drop");
        withAnother.add("POST */runs: delay=1ms");

        var together = new StringBuilder();
        for (var turn = 0; turn < 100; turn++) {
            withAnother.match("GET", PATH, 0);
            together.append(
                    withAnother
                                    .match("POST", PATH, 0)
                                    .filter(fault -> !fault.takesEffect())
                                    .isPresent()
                            ? 'x'
                            : '.');
        }

        assertThat(together).hasToString(alone);
    }

    @Test
    void strikesAsManyOfRequestsThatArriveTogether() throws Exception {
        var alone = strikes(chancy(7), 800).chars().filter(c -> c == 'x').count();
        var shared = chancy(7);
        var threads = Executors.newFixedThreadPool(8);
        try {
            var tasks = IntStream.range(0, 8)
                    .<Callable<Long>>mapToObj(thread -> () ->
                            strikes(shared, 100).chars().filter(c -> c == 'x').count())
                    .toList();
            var sum = 0L;
            for (var count : threads.invokeAll(tasks)) {
                sum += count.get();
            }

            assertThat(sum).isEqualTo(alone);
            assertThat(shared.active())
                    .singleElement()
                    .extracting(ActiveFault::struck)
                    .isEqualTo(alone);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void healsWhenTheTimeIsOver() {
        faults.add("* *: from=2 for=10s status=503");

        assertThat(strikes(faults, 3)).isEqualTo(".xx");
        now = now.plusMillis(9_999);
        assertThat(strikes(faults, 1)).isEqualTo("x");
        now = now.plusMillis(1);
        assertThat(strikes(faults, 1)).isEqualTo(".");
        assertThat(faults.active()).containsExactly(new ActiveFault(1, "* *: from=2 for=10s status=503", 5, 3, true));
    }

    @Test
    void choosesBySizeOfTheBody() {
        faults.add("POST *: min-size=1KB max-size=2KB drop");

        assertThat(List.of(1023, 1024, 2048, 2049, -1))
                .extracting(size -> faults.match("POST", PATH, size).isPresent())
                .containsExactly(false, true, true, false, false);
    }

    @Test
    void addsAllRulesOrNone() {
        assertThat(catchThrowable(() -> faults.addAll(List.of("* *: drop", "* *: dorp"))))
                .hasMessageContaining("dorp");

        assertThat(faults.active()).isEmpty();
    }

    @Test
    void repeatsItselfAfterItWasCleared() {
        var cleared = chancy(3);
        var first = strikes(cleared, 50);
        cleared.clear();
        cleared.add("POST */runs: chance=0.25 drop");

        assertThat(strikes(cleared, 50)).isEqualTo(first);
    }

    @Test
    void saysInWordsWhatWasSaidInJava() {
        faults.on("POST", "/runs").nth(2).retryAfter(3).answer(429);
        faults.on("*", "").always().header("X-A", "b c").answer(200, "{\"a\":1}");
        faults.on("GET", "/runs").nth(3).times(2).after(Duration.ofSeconds(1)).commitThenDrop();

        assertThat(faults.active())
                .extracting(ActiveFault::rule)
                .containsExactly(
                        "POST */runs: nth=2 retry-after=3 status=429 body=empty",
                        "* *: from=1 header=\"X-A: b c\" status=200 body=\"{\\\"a\\\":1}\"",
                        "GET */runs: from=3 to=4 delay=1000ms commit drop");
    }

    private Faults chancy(long seed) {
        var chancy = new Faults(seed, clock);
        chancy.add("POST */runs: chance=0.25 drop");
        return chancy;
    }

    private static String strikes(Faults faults, int requests) {
        var met = new ArrayList<String>();
        for (var request = 0; request < requests; request++) {
            met.add(faults.match("POST", PATH, 0).isPresent() ? "x" : ".");
        }
        return String.join("", met);
    }
}
