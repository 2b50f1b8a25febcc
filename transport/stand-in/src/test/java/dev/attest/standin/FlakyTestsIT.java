package dev.attest.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attest.standin.Client.Reply;
import dev.attest.standin.store.BuildStore.BuildRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlakyTestsIT {

    private static final String MARK = "{\"flakyIdentifiers\":[{\"branchName\":\"refs/heads/main\",\"isFlaky\":%s}]}";

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);
    private final WorkItems area = new WorkItems(server.url() + "/demo/_apis/testresults/results/", "7.1-preview.4");

    @BeforeAll
    void addBuilds() {
        server.builds().add(new BuildRow(1, "1", 5, "shop", "refs/heads/main"));
        server.builds().add(new BuildRow(2, "2", 5, "shop", "refs/heads/side"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void marksLaterResultsOfTheBranch() {
        var before = run(1, "marked");
        var test = result(before, 0).get("testCaseReferenceId").asInt();

        var marked = mark(test, true);

        assertThat(marked.json()).hasToString("{\"testCaseReferenceId\":" + test + ",\"priority\":0}");
        assertThat(statistics(before)).isEqualTo("2 Failed, 1 Passed rerun");
        assertThat(statistics(run(2, "marked"))).isEqualTo("2 Failed, 1 Passed rerun");
        var flaky = run(1, "marked");
        assertThat(statistics(flaky)).isEqualTo("1 Failed, 1 Failed flaky, 1 Passed rerun");
        assertThat(result(flaky, 0).get("customFields"))
                .hasToString("[{\"fieldName\":\"IsTestResultFlaky\",\"value\":true}]");
        assertThat(result(before, 0).has("customFields")).isFalse();

        mark(test, false);

        assertThat(statistics(run(1, "marked"))).isEqualTo("2 Failed, 1 Passed rerun");
    }

    @Test
    void staysFlakyWhenTheResultChanges() {
        mark(result(run(1, "changed"), 2).get("testCaseReferenceId").asInt(), true);
        var run = run(1, "changed");
        assertThat(statistics(run)).isEqualTo("2 Failed, 1 Passed flaky");

        client.patch("runs/" + run + "/results", "[{'id':100002,'outcome':'Failed'},{'id':100002,'comment':'c'}]");

        assertThat(statistics(run)).isEqualTo("2 Failed, 1 Failed flaky");
    }

    @Test
    void believesAClientThatSaysAResultIsFlaky() {
        var run = client.createRun();
        client.post(
                "runs/" + run + "/results",
                "[{'automatedTestName':'said','outcome':'Failed','state':'Completed',"
                        + "'customFields':[{'fieldName':'IsTestResultFlaky','value':true}]}]");

        assertThat(statistics(run)).isEqualTo("1 Failed flaky");
        assertThat(result(run, 0).get("customFields")).hasSize(1);
    }

    @Test
    void tellsWhatItKnowsOfTests() {
        var test = result(run(1, "known"), 0).get("testCaseReferenceId").asInt();
        mark(test, true);

        var known = "\"testCaseReferenceId\":" + test + ",\"priority\":255,\"automatedTestStorage\":\"shop\","
                + "\"automatedTestName\":\"known.a\",\"testCaseTitle\":\"A\"";
        assertThat(query("", test).json()).hasToString("{\"count\":1,\"value\":[{" + known + "}]}");
        assertThat(query("?detailsToInclude=FlakyIdentifiers", test).json().at("/value/0"))
                .hasToString(
                        "{" + known + ",\"flakyIdentifiers\":[{\"branchName\":\"refs/heads/main\",\"isFlaky\":true}]}");
        assertThat(query("", 9999).json().get("value")).isEmpty();
    }

    @Test
    void refusesWhatItCannotMark() {
        var test = result(run(1, "refused"), 0).get("testCaseReferenceId").asInt();

        assertThat(mark(9999, true).refusal()).isEqualTo("404 TestObjectNotFoundException");
        assertThat(patch(test, "{}").refusal()).isEqualTo("400 InvalidPropertyException");
        assertThat(patch(test, "{\"flakyIdentifiers\":[{\"isFlaky\":true}]}").refusal())
                .isEqualTo("400 InvalidPropertyException");
        assertThat(area.json("POST", "resultmetadata", "application/json", "[" + "1,".repeat(200) + "1]")
                        .refusal())
                .isEqualTo("400 InvalidPropertyException");
        assertThat(query("?detailsToInclude=all", test).refusal()).isEqualTo("400 ArgumentException");
    }

    @ParameterizedTest
    @CsvSource({"7.1-preview.4, 200", "6.0-preview.4, 200", "7.2-preview.5, 400", "7.1, 400", "5.0-preview.4, 400"})
    void isAPreviewSince60(String version, int status) {
        assertThat(area.speaking(version)
                        .json("POST", "resultmetadata", "application/json", "[]")
                        .status())
                .isEqualTo(status);
    }

    /** Adds a run of a build with three results: a failed one, another, and one that passed after a retry. */
    private int run(int build, String test) {
        var run = client.post("runs", "{'name':'r','build':{'id':'" + build + "'}}")
                .json()
                .get("id")
                .asInt();
        client.post(
                "runs/" + run + "/results",
                "[{'testCaseTitle':'A','automatedTestName':'%s.a','automatedTestStorage':'shop','outcome':'Failed',"
                        .concat(
                                "'state':'Completed'},{'automatedTestName':'%s.b','outcome':'Failed','state':'Completed'},")
                        .concat("{'automatedTestName':'%s.c','outcome':'Passed','state':'Completed',")
                        .concat("'resultGroupType':'rerun'}]")
                        .replace("%s", test));
        return run;
    }

    private JsonNode result(int run, int index) {
        return client.get("runs/" + run + "/results/" + (100000 + index)).json();
    }

    private String statistics(int run) {
        var cells = new StringBuilder();
        for (var cell : client.get("runs/" + run + "/statistics").json().get("runStatistics")) {
            cells.append(cells.isEmpty() ? "" : ", ")
                    .append(cell.get("count").asText())
                    .append(' ')
                    .append(cell.get("outcome").asText())
                    .append(
                            cell.has("resultMetadata")
                                    ? " " + cell.get("resultMetadata").asText()
                                    : "");
        }
        return cells.toString();
    }

    private Reply mark(int test, boolean flaky) {
        return patch(test, MARK.formatted(flaky));
    }

    private Reply patch(int test, String body) {
        return area.json("PATCH", "resultmetadata/" + test, "application/json", body);
    }

    private Reply query(String details, int test) {
        return area.json("POST", "resultmetadata" + details, "application/json", "[\"" + test + "\"]");
    }
}
