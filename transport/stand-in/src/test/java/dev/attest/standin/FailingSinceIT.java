package dev.attest.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attest.standin.store.BuildStore.BuildRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * A sequence is the results of one test in consecutive builds, such as <code>main:F main:P</code>: a place, and F for
 * failed, P for passed, R for passed after a retry, S for skipped, T for a timeout, O for one that is still open, and M
 * for a build without the test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailingSinceIT {

    private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");
    private static final Map<String, String> KINDS = Map.of(
            "F", "'outcome':'Failed','state':'Completed'",
            "P", "'outcome':'Passed','state':'Completed'",
            "R",
                    "'outcome':'Passed','state':'Completed','resultGroupType':'rerun','subResults':[{'outcome':'Failed'},"
                            + "{'outcome':'Passed'}]",
            "S", "'outcome':'NotExecuted','state':'Completed'",
            "T", "'outcome':'Timeout','state':'Completed'",
            "O", "'outcome':'Passed','state':'InProgress'");

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);
    private final AtomicInteger builds = new AtomicInteger();
    private final AtomicInteger tests = new AtomicInteger();

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Arguments> oneResultBetweenTwoFailures() {
        return Stream.concat(
                between("main", List.of("main", "side", "other", "none"), List.of("P", "R", "F", "S", "T", "O", "M")),
                between("none", List.of("main", "none", "titled"), List.of("P", "R", "S")));
    }

    private static Stream<Arguments> between(String base, List<String> places, List<String> kinds) {
        var sequences = new ArrayList<Arguments>();
        for (var place : places) {
            for (var kind : kinds) {
                var ends = base.equals(place) && List.of("P", "R").contains(kind);
                sequences.add(arguments(base + ":F " + place + ":" + kind + " " + base + ":F", ends ? 3 : 1));
            }
        }
        return sequences.stream();
    }

    @ParameterizedTest
    @MethodSource
    void oneResultBetweenTwoFailures(String sequence, int first) {
        assertSince(play(sequence), first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main:F=1",
                "main:P main:F=2 main:F=2 main:S main:F=2",
                "main:F=1 main:P main:P main:S main:F=5 side:P main:T=5",
                "main:F=1 side:F=2 main:P side:F=2 main:F=5 side:F=2",
                "main:F=1 main:R main:F=3 main:R",
                "none:F=1 titled:F=2 none:F=1 titled:P titled:F=5 none:F=1"
            })
    void countsFromTheFirstFailureAfterThePassedOne(String sequence) {
        var played = play(sequence.replaceAll("=\\d+", ""));

        var steps = sequence.split(" ");
        for (var step = 0; step < steps.length; step++) {
            var expected = steps[step].split("=");
            if (expected.length == 1) {
                assertThat(result(played.get(step)).has("failingSince")).isFalse();
            } else {
                assertSince(played.subList(0, step + 1), Integer.parseInt(expected[1]));
            }
        }
    }

    @Test
    void namesTheBuildAsTheServiceDoes() {
        var first = play("main:F main:F").get(0);

        assertThat(result(first).path("failingSince"))
                .hasToString("{\"date\":\"" + first.date() + "\",\"build\":{\"id\":" + first.build()
                        + ",\"definitionId\":5,\"number\":\"20261201." + first.build() + "\"}}");
        assertThat(client.get("runs/" + first.run() + "/results").json().at("/value/0/failingSince/build/id"))
                .hasToString(String.valueOf(first.build()));
    }

    @Test
    void isThatOfTheBuildThatIsAddedToTheRunLater() {
        var name = "t" + tests.incrementAndGet();
        var before = step(name, "main", "F", 0);
        var late = step(name, "none", "F", 1);
        assertSince(List.of(late), 1);

        client.patch("runs/" + late.run(), "{'build':{'id':'" + next(0) + "'}}");

        assertSince(List.of(before, late), 1);
    }

    @Test
    void endsWithAResultThatIsMendedBeforeTheNextOne() {
        var name = "t" + tests.incrementAndGet();
        var mended = step(name, "main", "F", 0);
        client.patch("runs/" + mended.run() + "/results", "[{'id':100000,'outcome':'Passed'}]");
        var next = step(name, "main", "F", 1);

        assertThat(result(mended).has("failingSince")).isFalse();
        assertSince(List.of(mended, next), 2);
    }

    @Test
    void staysWhenTheRunOfTheFirstFailureIsDeleted() {
        var played = play("main:F main:F");
        var since = result(played.get(1)).path("failingSince");

        client.delete("runs/" + played.get(0).run());

        assertThat(result(played.get(1)).path("failingSince")).isEqualTo(since);
        assertThat(Client.page(server, "runs/" + played.get(1).run() + "/results/100000")
                        .text())
                .contains("Failing since build 20261201." + played.get(0).build() + " (");
    }

    @Test
    void goesByNameAndStorageAndNotByTitle() {
        var named = "'testCaseTitle':'same','automatedTestName':'goesBy',";
        post(next(0), named + "'automatedTestStorage':'a'", "F", START);
        var first = post(next(0), named + "'automatedTestStorage':'b'", "F", START.plusSeconds(1));
        var unnamed = post(next(0), "'testCaseTitle':'same'", "F", START.plusSeconds(2));
        var last = post(next(0), named + "'automatedTestStorage':'b'", "F", START.plusSeconds(3));

        assertSince(List.of(first, last), 1);
        assertThat(result(unnamed).has("failingSince")).isFalse();
    }

    private List<Played> play(String sequence) {
        var name = "t" + tests.incrementAndGet();
        var played = new ArrayList<Played>();
        for (var step : sequence.split(" ")) {
            var parts = step.split(":");
            played.add(step(name, parts[0], parts[1], played.size()));
        }
        return played;
    }

    private Played step(String name, String place, String kind, int index) {
        var build = List.of("main", "side", "other").indexOf(place);
        var test = "'automatedTestName':'" + (kind.equals("M") ? "missing" : name) + "'";
        return post(
                build < 0 ? (place.equals("none") ? 0 : -1) : next(build),
                test,
                kind.equals("M") ? "P" : kind,
                START.plusSeconds(60L * index));
    }

    /** Adds a build, whose id has this remainder of 3: 0 for main, 1 for a side branch, 2 for another definition. */
    private int next(int remainder) {
        var id = 3 * builds.incrementAndGet() + remainder;
        var branch = "refs/heads/" + (remainder == 1 ? "side" : "main");
        server.builds().add(new BuildRow(id, "20261201." + id, remainder == 2 ? 6 : 5, "shop", branch));
        return id;
    }

    private Played post(int build, String test, String kind, Instant date) {
        var run = client.post(
                        "runs",
                        "{'name':'" + (build < 0 ? "titled" : "r") + "','automated':true,'state':'InProgress'"
                                + (build > 0 ? ",'build':{'id':'" + build + "'}" : "") + "}")
                .json()
                .get("id")
                .asInt();
        var reply = client.post(
                "runs/" + run + "/results", "[{" + test + "," + KINDS.get(kind) + ",'completedDate':'" + date + "'}]");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return new Played(run, build, date);
    }

    private JsonNode result(Played played) {
        return client.get("runs/" + played.run() + "/results/100000").json();
    }

    /** Asserts that the last result fails since the one at this place of the sequence, from 1. */
    private void assertSince(List<Played> played, int first) {
        var expected = played.get(first - 1);
        var since = result(played.get(played.size() - 1)).path("failingSince");
        assertThat(Instant.parse(since.path("date").asText())).isEqualTo(expected.date());
        assertThat(since.at("/build/id").asInt()).isEqualTo(Math.max(0, expected.build()));
    }

    private record Played(int run, int build, Instant date) {}
}
