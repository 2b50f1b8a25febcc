package dev.attest.standin;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsIT {

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);
    private final String run = "runs/" + client.createRun();
    private final String results = run + "/results";

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void numbersResultsFrom100000InTheOrderOfTheRequest() {
        var batch = "[{'testCaseTitle':'a','outcome':'Passed'},{'testCaseTitle':'b','outcome':'Failed'}]";

        var first = client.post(results, batch).json();
        var second = client.post(results, batch).json();
        var elsewhere =
                client.post("runs/" + client.createRun() + "/results", batch).json();

        assertThat(first.get("count").asInt()).isEqualTo(2);
        assertThat(first.findValuesAsText("id")).contains("100000", "100001");
        assertThat(first.at("/value/0").has("project")).isTrue();
        assertThat(first.at("/value/0").has("testRun")).isTrue();
        assertThat(second.at("/value/0/id").asInt()).isEqualTo(100002);
        assertThat(elsewhere.at("/value/0/id").asInt()).isEqualTo(100000);
    }

    @Test
    void leavesAResultWithoutStatePendingForEver() {
        client.post(results, "[{'testCaseTitle':'a','outcome':'Passed'}]");

        var completed = client.patch(run, "{'state':'Completed'}").json();

        assertThat(completed.get("incompleteTests").asInt()).isEqualTo(1);
        assertThat(completed.get("passedTests").asInt()).isZero();
    }

    @Test
    void countsACompletedResult() {
        client.post(results, "[{'testCaseTitle':'a','outcome':'Passed','state':'Completed'}]");

        assertThat(client.get(run).json().get("passedTests").asInt()).isEqualTo(1);
        assertThat(client.get(run).json().get("incompleteTests").asInt()).isZero();
        assertThat(client.get(run + "/Statistics").json().get("runStatistics"))
                .hasToString("[{\"state\":\"Completed\",\"outcome\":\"Passed\",\"count\":1}]");
    }

    @Test
    void showsBugsOnlyWithWorkItems() {
        client.post(results, "[{'testCaseTitle':'a'},{'testCaseTitle':'b'}]");

        WorkItems.of(server).bug("a");
        var reply = client.patch(
                results,
                "[{'id':100000,'state':'Completed','associatedBugs':[{'id':1}]},"
                        + "{'id':100001,'failureType':'Known Issue'}]");

        assertThat(reply.json().get("count").asInt()).isEqualTo(2);
        assertThat(client.get(results + "?detailsToInclude=WorkItems").json().at("/value/0/associatedBugs"))
                .hasToString("[{\"id\":\"1\"}]");
        assertThat(client.get(results).json().at("/value/0").has("associatedBugs"))
                .isFalse();
    }

    @Test
    void clearsWhatIsNullAndKeepsWhatIsLeftOut() {
        client.post(
                results,
                "[{'testCaseTitle':'a','outcome':'Failed','state':'Completed','errorMessage':'m','stackTrace':'s'}]");

        client.patch(results, "[{'id':100000,'errorMessage':null}]");

        var result = client.get(results + "/100000").json();
        assertThat(result.has("errorMessage")).isFalse();
        assertThat(result.get("stackTrace").asText()).isEqualTo("s");
        assertThat(result.get("outcome").asText()).isEqualTo("Failed");
        assertThat(result.get("state").asText()).isEqualTo("Completed");
    }

    @Test
    void appendsSubResultsAndNeverReplacesThem() {
        client.post(results, "[{'testCaseTitle':'a','outcome':'Failed','state':'Completed'}]");

        var first = client.patch(results, rerun("Failed", 1)).json();
        var second = client.patch(results, rerun("Passed", 2)).json();

        assertThat(first.at("/value/0/subResults")).hasToString("[{\"id\":1}]");
        assertThat(second.at("/value/0/subResults")).hasToString("[{\"id\":2}]");
        var all = client.get(results + "?detailsToInclude=SubResults").json();
        assertThat(all.findValuesAsText("sequenceId")).containsExactly("1", "2");
        assertThat(all.at("/value/0/subResults/0/testResult")).hasToString("{\"testRunId\":1,\"testResultId\":100000}");
        assertThat(client.get(results).json().at("/value/0").has("subResults")).isFalse();
    }

    private static String rerun(String outcome, int sequence) {
        return "[{'id':100000,'resultGroupType':'rerun','outcome':'" + outcome + "','subResults':[{'sequenceId':"
                + sequence + ",'outcome':'" + outcome + "'}]}]";
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T10:00:00Z,     2026-11-21T10:00:00.001Z,  200",
        "2026-11-21T10:00:00Z,     2026-11-21T10:00:00Z,      400",
        "2026-11-21T10:00:00Z,     2026-11-20T10:00:00Z,      400",
        "2026-11-21T10:00:00Z,     2026-11-21T10:30:00+01:00, 400",
    })
    void refusesAnAttemptThatDoesNotEndAfterItsStart(String started, String completed, int status) {
        client.post(results, "[{'testCaseTitle':'a','outcome':'Failed','state':'Completed'}]");
        var dates = "'startedDate':'" + started + "','completedDate':'" + completed + "'";

        var attempt = client.patch(results, "[{'id':100000,'subResults':[{'sequenceId':1," + dates + "}]}]");
        var result = client.patch(results, "[{'id':100000," + dates + "}]");

        assertThat(attempt.status()).isEqualTo(status);
        assertThat(result.status()).isEqualTo(status);
        assertThat(client.get(results + "?detailsToInclude=SubResults").json().findValuesAsText("sequenceId"))
                .hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void keepsNothingOfABatchWithABadOutcome() {
        var reply = client.post(results, "[{'testCaseTitle':'a'},{'testCaseTitle':'b','outcome':'Bogus'}]");

        assertThat(reply.refusal()).isEqualTo("400 InvalidPropertyException");
        assertThat(reply.text()).contains("TestOutcome");
        assertThat(client.get(results).json().get("count").asInt()).isZero();
    }

    @Test
    void refusesAResultThatEndsWhenItBegins() {
        var refused = client.post(
                results,
                "[{'testCaseTitle':'a','outcome':'Passed','startedDate':'2026-11-21T10:00:00Z',"
                        + "'completedDate':'2026-11-21T10:00:00Z'}]");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(client.get(results).json().get("count").asInt()).isZero();
    }

    @Test
    void changesNothingOfABatchWithAnUnknownId() {
        client.post(results, "[{'testCaseTitle':'a','outcome':'Passed'}]");

        var reply = client.patch(results, "[{'id':100000,'outcome':'Failed'},{'id':100001}]");

        assertThat(reply.refusal()).isEqualTo("404 TestObjectNotFoundException");
        assertThat(client.get(results + "/100000").json().get("outcome").asText())
                .isEqualTo("Passed");
    }

    @Test
    void takesBatchesOfUpToAThousand() {
        var item = "{'testCaseTitle':'p','outcome':'Passed'},";

        var refused = client.post(results, "[" + item.repeat(1000) + "{'testCaseTitle':'last'}]");
        var taken = client.post(results, "[" + item.repeat(999) + "{'testCaseTitle':'last'}]");

        assertThat(refused.refusal()).isEqualTo("400 InvalidPropertyException");
        assertThat(taken.json().get("count").asInt()).isEqualTo(1000);
        assertThat(taken.json().at("/value/999/id").asInt()).isEqualTo(100999);
    }

    @Test
    void pagesAndFiltersAndCapsTheDetails() {
        var batch = new StringBuilder("[{'testCaseTitle':'f','outcome':'Failed'}");
        batch.append(",{'testCaseTitle':'p','outcome':'Passed'}".repeat(249)).append(']');
        client.post(results, batch.toString());

        assertThat(count(results + "?$top=1000")).isEqualTo(250);
        assertThat(count(results + "?$top=1000&detailsToInclude=SubResults")).isEqualTo(200);
        assertThat(count(results + "?$skip=200")).isEqualTo(50);
        assertThat(count(results + "?outcomes=Failed,Aborted")).isEqualTo(1);
    }

    private int count(String path) {
        return client.get(path).json().get("count").asInt();
    }

    @Test
    void showsOneResultWithTheTypesOfTheService() {
        client.post(
                results,
                "[{'testCaseTitle':'a','automatedTestId':'6f1c','startedDate':'2026-01-01T00:00:00Z',"
                        + "'completedDate':'2026-01-01T00:00:00.250Z'}]");

        var result = client.get(results + "/100000").json();

        assertThat(result.get("id").isInt()).isTrue();
        assertThat(result.at("/testRun/id").isTextual()).isTrue();
        assertThat(result.get("testCase")).hasToString("{\"name\":\"a\"}");
        assertThat(result.get("durationInMs").asDouble()).isEqualTo(250);
        assertThat(result.get("automatedTestId").asText()).isEqualTo("6f1c");
    }

    @Test
    void refusesResultsOfACompletedRun() {
        client.patch(run, "{'state':'Completed'}");

        assertThat(client.post(results, "[{'testCaseTitle':'late'}]").status()).isEqualTo(400);
        assertThat(count(results)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'testCaseTitle':'a','priority':256}]",
                "[{'testCaseTitle':'a','priority':1e400}]",
                "[{'testCaseTitle':'a','testCaseTitle':'b'}]",
                "[{'testCaseTitle':{}}]",
                "[{'testCaseTitle':'a','startedDate':'yesterday'}]",
                "[{'testCaseTitle':'a'}",
                "{}",
                ""
            })
    void refusesABodyThatItCannotRead(String body) {
        assertThat(client.post(results, body).status()).isEqualTo(400);
        assertThat(count(results)).isZero();
    }

    @Test
    void refusesDeepJsonAndNamesThePlace() {
        var deep = "[{'customFields':" + "[".repeat(100_000) + "]".repeat(100_000) + "}]";

        var reply = client.post(results, deep);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/value/Message").asText()).contains("/0/customFields");
    }

    @Test
    void findsResultsOfAllRunsByIdAndByFilter() {
        for (var run : new int[] {client.createRun(), client.createRun()}) {
            client.post(
                    "runs/" + run + "/results",
                    "[{'testCaseTitle':'a','automatedTestName':'x.A'},{'testCaseTitle':'b','automatedTestName':'x.B'}]");
        }

        var byId =
                client.post("Results", "{'results':[{'id':100001,'testRun':{'id':'2'}},{'id':9,'testRun':{'id':1}}]}");
        var byName = client.post("results", "{'resultsFilter':{'automatedTestName':'x.A'}}");
        var newest = client.post("results", "{'resultsFilter':{'automatedTestName':'x.A','resultsCount':1}}");

        assertThat(byId.json().get("results").findValuesAsText("automatedTestName"))
                .containsExactly("x.B");
        assertThat(byName.json().get("results")).hasSize(2);
        assertThat(newest.json().at("/results/0/testRun/id").asText()).isEqualTo("3");
        assertThat(client.post("results", "{}").refusal()).isEqualTo("400 InvalidPropertyException");
    }
}
