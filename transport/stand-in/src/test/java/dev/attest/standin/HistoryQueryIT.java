package dev.attest.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Product;
import dev.attest.standin.store.BuildStore.BuildRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryQueryIT {

    private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");
    private static final String MAIN = "refs/heads/main";
    private static final String SIDE = "refs/heads/side";

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    /** Plays a build with one result of a test: its outcome, and the hours after the start at which it ended. */
    private void play(String test, int build, int definition, String branch, String outcome, int hours) {
        server.builds().add(new BuildRow(build, "20261201." + build, definition, "shop", branch));
        post(test, "{'name':'r','build':{'id':'" + build + "'}}", outcome, START.plus(Duration.ofHours(hours)));
    }

    private void post(String test, String run, String outcome, Instant completed) {
        var id = client.post("runs", run).json().get("id").asInt();
        client.post(
                "runs/" + id + "/results",
                "[{'automatedTestName':'" + test + "','automatedTestStorage':'shop.CartTest','outcome':'"
                        + outcome
                        + "','state':'Completed','startedDate':'" + completed.minusSeconds(3)
                        + "','completedDate':'" + completed + "','stackTrace':'at shop'}]");
    }

    private JsonNode history(String test, String rest) {
        return client.post(
                        "results/testhistory",
                        "{'automatedTestName':'" + test + "','maxCompleteDate':'2026-12-08T10:00:00Z'," + rest + "}")
                .json();
    }

    /** Returns the groups as text, such as <code>refs/heads/main: 3 Failed, 1 Passed</code>, by build. */
    private static List<String> groups(JsonNode reply) {
        var groups = new ArrayList<String>();
        for (var group : reply.get("resultsForGroup")) {
            var results = new ArrayList<String>();
            group.get("results")
                    .forEach(result -> results.add(result.at("/buildReference/id")
                                    .asText() + " " + result.get("outcome").asText()));
            groups.add(group.get("groupByValue").asText() + ": " + String.join(", ", results));
        }
        return groups;
    }

    @BeforeAll
    void playSixBuilds() {
        play("adds", 1, 5, MAIN, "Passed", 0);
        play("adds", 2, 5, SIDE, "Failed", 1);
        play("adds", 3, 5, MAIN, "Failed", 2);
        play("adds", 4, 6, MAIN, "Passed", 3);
        play("adds", 5, 5, MAIN, "NotExecuted", 4);
        play("adds", 6, 5, MAIN, "Failed", 5);
        post("adds", "{'name':'by hand'}", "Failed", START.plus(Duration.ofHours(6)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'groupBy':'branch' | : ' Failed'; M: 6 Failed, 5 NotExecuted, 4 Passed, 3 Failed, 1 Passed; S: 2 Failed",
                "'groupBy':'Branch','branch':'refs/heads/main' | M: 6 Failed, 5 NotExecuted, 4 Passed, 3 Failed, 1 Passed",
                "'groupBy':1,'branch':'refs/heads/side','buildDefinitionId':0 | S: 2 Failed",
                "'groupBy':'branch','branch':'refs/heads/none' | ''",
                "'groupBy':'branch','branch':'refs/heads/side','buildDefinitionId':6 | M: 4 Passed",
                "'buildDefinitionId':5 | 5: 6 Failed, 5 NotExecuted, 3 Failed, 2 Failed, 1 Passed",
                "'groupBy':'branch','maxCompleteDate':'2026-12-01T12:00:00Z' | M: 3 Failed, 1 Passed; S: 2 Failed",
                "'groupBy':'branch','maxCompleteDate':'2026-12-02T10:30:00Z','trendDays':1 | : ' Failed'; M: 6 Failed, 5 NotExecuted, 4 Passed, 3 Failed; S: 2 Failed",
                "'groupBy':'branch','testCaseId':7 | ''",
                "'groupBy':'environment' | ''"
            })
    void groupsTheResultsOfATestNewestFirst(String query, String expected) {
        var reply = query.contains("maxCompleteDate")
                ? client.post("results/testhistory", "{'automatedTestName':'adds'," + query + "}")
                        .json()
                : history("adds", query);

        assertThat(String.join("; ", groups(reply)))
                .isEqualTo(expected.replace("M:", MAIN + ":")
                        .replace("S:", SIDE + ":")
                        .replace("' Failed'", " Failed"));
        assertThat(reply.has("continuationToken")).isFalse();
    }

    @Test
    void showsOfAResultWhatTellsANewFailureFromAnOldOne() {
        play("fails", 11, 5, MAIN, "Failed", 0);
        play("fails", 12, 5, MAIN, "Failed", 1);

        var result = history("fails", "'groupBy':'branch'").at("/resultsForGroup/0/results/0");

        assertThat(result.get("completedDate").asText()).isEqualTo("2026-12-01T11:00:00Z");
        assertThat(result.get("durationInMs").asInt()).isEqualTo(3000);
        assertThat(client.get("runs/" + result.at("/testRun/id").asText() + "/results/" + result.get("id"))
                        .json()
                        .get("failingSince"))
                .isEqualTo(result.get("failingSince"));
        assertThat(result.get("buildReference"))
                .hasToString("{\"id\":12,\"definitionId\":5,\"number\":\"20261201.12\","
                        + "\"uri\":\"vstfs:///Build/Build/12\",\"branchName\":\"refs/heads/main\"}");
        assertThat(result.get("failingSince"))
                .hasToString("{\"date\":\"2026-12-01T10:00:00Z\","
                        + "\"build\":{\"id\":11,\"definitionId\":5,\"number\":\"20261201.11\"}}");
        assertThat(result.has("stackTrace")).isFalse();
    }

    @Test
    void groupsByTheStageOfARelease() {
        for (var release = 1; release <= 2; release++) {
            post(
                    "released",
                    "{'name':'r','releaseReference':{'id':" + release + ",'name':'R-" + release
                            + "','environmentDefinitionId':8,'environmentDefinitionName':'Test'}}",
                    "Failed",
                    START.plus(Duration.ofHours(release)));
        }

        var groups = history("released", "'groupBy':'environment','releaseEnvDefinitionId':8")
                .get("resultsForGroup");

        assertThat(groups).hasSize(1);
        assertThat(groups.at("/0/groupByValue").asText()).isEqualTo("8");
        assertThat(groups.at("/0/displayName").asText()).isEqualTo("Test");
        assertThat(groups.at("/0/results/0/failingSince/release/name").asText()).isEqualTo("R-1");
        assertThat(history("released", "'groupBy':'branch'").get("resultsForGroup"))
                .isEmpty();
    }

    @Test
    void takesDefinitionAndBranchFromTheRunIfTheBuildIsNotKnown() {
        post(
                "described",
                "{'name':'r','build':{'id':'9'},'buildReference':{'number':'n9','buildDefinitionId':4,'branchName':'"
                        + SIDE + "'}}",
                "Failed",
                START);

        var result = history("described", "'buildDefinitionId':4").at("/resultsForGroup/0/results/0");

        assertThat(result.at("/buildReference/branchName").asText()).isEqualTo(SIDE);
        assertThat(result.at("/failingSince/build/number").asText()).isEqualTo("n9");
    }

    @Test
    void continuesWithAToken() {
        var run = client.post("runs", "{'name':'r'}").json().get("id").asInt();
        var row = "{'automatedTestName':'often','outcome':'Passed','state':'Completed',"
                + "'completedDate':'2026-12-01T10:00:00Z'},";
        var rows = row.repeat(230);
        client.post("runs/" + run + "/results", "[" + rows.substring(0, rows.length() - 1) + "]");

        var ids = new ArrayList<Integer>();
        var sizes = new ArrayList<Integer>();
        var token = "";
        do {
            var reply = history(
                    "often", "'groupBy':'branch'" + (token.isEmpty() ? "" : ",'continuationToken':'" + token + "'"));
            var results = reply.at("/resultsForGroup/0/results");
            results.forEach(result -> ids.add(result.get("id").asInt()));
            sizes.add(results.size());
            token = reply.path("continuationToken").asText("");
        } while (!token.isEmpty());

        assertThat(sizes).containsExactly(100, 100, 30);
        assertThat(ids).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b - a);
    }

    @ParameterizedTest
    @CsvSource({
        "trendDays, 8",
        "trendDays, -1",
        "trendDays, many",
        "groupBy, commit",
        "groupBy, ''",
        "automatedTestName, ''",
        "maxCompleteDate, yesterday",
        "continuationToken, made-up",
        "releaseEnvDefinitionId, 8"
    })
    void refusesAWrongQuery(String property, String value) {
        var body = "{'automatedTestName':'a','groupBy':'branch'}";
        var wrong = body.contains("'" + property + "'")
                ? body.replaceAll("'" + property + "':'[^']*'", "'" + property + "':'" + value + "'")
                : body.replace("}", ",'" + property + "':'" + value + "'}");

        var reply = client.post("results/testhistory", wrong);

        assertThat(reply.refusal()).isEqualTo("400 InvalidPropertyException");
        assertThat(reply.text()).contains("Parameter name: " + property);
    }

    @Test
    void answersAsAssumedOtherwise() {
        var other = StandInOptions.defaults()
                .without(
                        Assumption.TREND_OF_7_DAYS,
                        Assumption.GROUPED_HISTORY,
                        Assumption.HISTORY_BY_TITLE,
                        Assumption.SKIPPED_KEEPS_FAILURES);
        try (var lenient = StandIn.start(other)) {
            var asked = Client.of(lenient);
            var row = "{'automatedTestName':'a','outcome':'%s','state':'Completed'}";
            asked.post("runs", "{'name':'r'}");
            asked.post("runs/1/results", "[" + row.formatted("Failed") + "]");
            asked.post("runs", "{'name':'r','build':{'id':'3'}}");
            for (var outcome : List.of("Failed", "NotExecuted", "Failed", "Failed")) {
                asked.post("runs/2/results", "[" + row.formatted(outcome) + "]");
            }

            var reply = asked.post("results/testhistory", "{'automatedTestName':'a','trendDays':30}")
                    .json();

            assertThat(reply.get("trendDays").asInt()).isEqualTo(7);
            assertThat(groups(reply)).containsExactly(": 3 Failed, 3 Failed, 3 NotExecuted, 3 Failed");
            assertThat(asked.get("runs/1/results/100000").json().has("failingSince"))
                    .isFalse();
            assertThat(asked.get("runs/2/results/100003")
                            .json()
                            .at("/failingSince/date")
                            .asText())
                    .isEqualTo(asked.get("runs/2/results/100002")
                            .json()
                            .at("/failingSince/date")
                            .asText())
                    .isGreaterThan(asked.get("runs/2/results/100000")
                            .json()
                            .at("/failingSince/date")
                            .asText());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SERVICES, test 7.1 200, test 5.0-preview.1 200, test 7.2 400",
        "SERVICES, testresults 7.1-preview.2 200, testresults 7.1 400, testresults 7.0-preview.2 400",
        "SERVER_2022, test 7.0 200, testresults 7.1-preview.2 200, test 7.1 400",
        "SERVER_2020, test 6.0-preview.2 200, test 6.0 400, testresults 6.0-preview.2 400",
        "SERVER_2019, test 5.0-preview.1 200, test 5.0-preview.2 400, testresults 5.0-preview.2 400",
        "TFS_2018, test 4.1 400, test 4.1-preview.1 400, testresults 4.1-preview.1 400"
    })
    void isAtTheVersionsOfTheProduct(Product product, String first, String second, String third) {
        try (var other = StandIn.start(StandInOptions.defaults().emulating(product))) {
            for (var each : List.of(first, second, third)) {
                var parts = each.split(" ", -1);
                var asked = new WorkItems(other.url() + "/demo/_apis/" + parts[0] + "/", parts[1]);

                var reply = asked.json(
                        "POST",
                        "results/testhistory",
                        "application/json",
                        "{\"automatedTestName\":\"a\",\"groupBy\":\"branch\"}");

                assertThat(reply.status()).as(each + reply.text()).isEqualTo(Integer.parseInt(parts[2]));
            }
        }
    }
}
