package dev.attest.standin;

import dev.attest.standin.rules.Assumption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlansIT {

    @TempDir
    Path folder;

    private final StandIn server = StandIn.start(StandInOptions.defaults().withPlans(plans()));
    private final Client client = Client.of(server);
    private final WorkItems items = WorkItems.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    static Path plans() {
        try {
            return Path.of(Objects.requireNonNull(PlansIT.class.getResource("plans.json"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void showsPlansWithTheirSuitesAndCases() {
        var old = client.speaking("5.0");

        assertThat(old.get("Plans").json().findValuesAsText("name")).contains("Release 1", "Release 2");
        assertThat(old.get("Plans/10").json().at("/rootSuite/id").asText()).isEqualTo("11");
        var suites = old.get("Plans/10/suites").json();
        assertThat(suites.at("/value/1/parent/id").asText()).isEqualTo("11");
        assertThat(suites.at("/value/1/testCaseCount").asInt()).isEqualTo(2);
        assertThat(old.get("Plans/10/Suites/11").json().get("name").asText()).isEqualTo("Release 1");
        var cases = old.get("Plans/10/suites/11/testcases").json();
        assertThat(cases.get("count").asInt()).isEqualTo(1);
        assertThat(cases.at("/value/0/pointAssignments")).hasSize(2);
        assertThat(items.get("workitems/124").json().at("/fields/System.State").asText())
                .isEqualTo("Design");
    }

    @ParameterizedTest
    @CsvSource({
        "Plans/99",
        "Plans/99/suites",
        "Plans/10/Suites/21",
        "Plans/10/Suites/21/points",
        "Plans/x/Suites/21/testcases"
    })
    void saysWhatIsNotThere(String path) {
        assertThat(client.speaking("5.0").get(path).refusal()).isEqualTo("404 TestObjectNotFoundException");
    }

    @Test
    void listsThePointsOfASuitePageByPage() {
        var path = "Plans/10/Suites/12/points";

        var all = client.get(path + "?witFields=System.Title").json();

        assertThat(all.findValuesAsText("outcome")).containsExactly("Unspecified", "Unspecified");
        assertThat(all.at("/value/0/testCase/id").isTextual()).isTrue();
        assertThat(all.at("/value/0/workItemProperties/0/workItem/value").asText())
                .isEqualTo("Checks out");
        assertThat(all.at("/value/0/workItemProperties/1/workItem/value").asText())
                .isEqualTo("Automated");
        assertThat(client.get(path + "?$skip=1&$top=1").json().at("/value/0/id").asInt())
                .isEqualTo(4);
        assertThat(client.get(path + "?testCaseId=123").json().get("count").asInt())
                .isEqualTo(1);
        assertThat(client.get("Plans/10/Suites/11/points?configurationId=2")
                        .json()
                        .at("/value/0/id")
                        .asInt())
                .isEqualTo(2);
        assertThat(client.get(path + "?testPointIds=a").status()).isEqualTo(400);
    }

    @Test
    void findsThePointsOfCasesInAllPlans() {
        var query = "{'PointsFilter':{'TestcaseIds':[124,123,125,9]}}";

        var points = client.post("points", query).json().get("points");

        assertThat(points.findValuesAsText("outcome")).hasSize(5);
        assertThat(points.at("/2/testPlan/id").asText()).isEqualTo("10");
        assertThat(points.at("/4/testPlan/id").asText()).isEqualTo("20");
        assertThat(points.at("/0/configuration/id").asText()).isEqualTo("1");
        assertThat(client.post("points?$skip=3&$top=1", query)
                        .json()
                        .at("/points/0/id")
                        .asInt())
                .isEqualTo(4);
        assertThat(client.post("points", query.replace("}}", ",'ConfigurationNames':['linux']}}"))
                        .json()
                        .get("points"))
                .hasSize(2);
    }

    @Test
    void pagesThroughThePointsOfAllSuitesByToken() throws IOException {
        var file = folder.resolve("many.json");
        var cases = IntStream.rangeClosed(1, 150)
                .mapToObj(id -> "{\"id\":" + id + ",\"type\":\"Test Case\",\"title\":\"t\"}")
                .collect(Collectors.joining(","));
        var ids = IntStream.rangeClosed(1, 150).mapToObj(String::valueOf).collect(Collectors.joining(","));
        Files.writeString(
                file,
                "{\"workItems\":[" + cases + "],\"configurations\":[{\"id\":1,\"name\":\"c\"}],\"plans\":[{\"id\":1,"
                        + "\"name\":\"p\",\"suite\":{\"id\":2,\"name\":\"s\",\"suites\":[{\"id\":3,\"name\":\"u\",\"cases\":["
                        + ids + "]}]}}]}");
        try (var many = StandIn.start(StandInOptions.defaults().withPlans(file))) {
            var other = new WorkItems(many.url() + "/demo/_apis/testplan/", "7.1");
            var path = "Plans/1/Suites/2/TestPoint";

            var first = other.get(path + "?isRecursive=true");
            var token = first.header("x-ms-continuationtoken");
            var second = other.get(path + "?isRecursive=true&continuationToken=" + token);

            assertThat(first.json().get("value")).hasSize(100);
            assertThat(second.json().get("value")).hasSize(50);
            assertThat(second.header("x-ms-continuationtoken")).isEmpty();
            assertThat(second.json().at("/value/0/testCaseReference/id").asInt())
                    .isEqualTo(101);
            assertThat(other.get(path).json().get("value")).isEmpty();
            assertThat(other.speaking("5.0-preview.2")
                            .get(path + "?isRecursive=true")
                            .json()
                            .get("value"))
                    .isEmpty();
            assertThat(other.speaking("5.0-preview.2")
                            .get("Plans/1/Suites/3/TestPoint")
                            .json()
                            .at("/value/0/testCaseReference"))
                    .hasToString("{\"id\":1,\"name\":\"t\"}");
            assertThat(other.speaking("4.1").get(path).refusal()).isEqualTo("400 VssVersionOutOfRangeException");
        }
    }

    @Test
    void givesAPointTheOutcomeOfItsCompletedResult() {
        var run = client.post("runs", "{'name':'p','plan':{'id':'10'},'pointIds':[1,3]}")
                .json();
        assertThat(run.get("totalTests").asInt()).isEqualTo(2);
        assertThat(run.get("incompleteTests").asInt()).isEqualTo(2);
        assertThat(run.get("isAutomated").asBoolean()).isFalse();
        var results = "runs/" + run.get("id") + "/results";
        var created = client.get(results).json();
        assertThat(created.at("/value/1/id").asInt()).isEqualTo(100001);
        assertThat(created.at("/value/1/testPoint/id").asText()).isEqualTo("3");
        assertThat(created.at("/value/1/testCase/id").asText()).isEqualTo("124");
        assertThat(created.at("/value/1/automatedTestName").asText()).isEqualTo("shop.CheckoutTest.checksOut");

        client.patch(
                results, "[{'id':100000,'outcome':'Passed'},{'id':100001,'outcome':'Failed','state':'Completed'}]");
        client.post(results, "[{'testPoint':{'id':2},'testCaseTitle':'x','outcome':'Passed','state':'Completed'}]");

        var points = client.get("Plans/10/Suites/11/points").json();
        assertThat(points.at("/value/0/outcome").asText()).isEqualTo("Unspecified");
        assertThat(points.at("/value/0/state").asText()).isEqualTo("Ready");
        assertThat(points.at("/value/1/outcome").asText()).isEqualTo("Passed");
        assertThat(points.at("/value/1/state").asText()).isEqualTo("Completed");
        assertThat(points.at("/value/1/lastResult/id").asText()).isEqualTo("100002");
        var failed = new WorkItems(server.url() + "/demo/_apis/testplan/", "7.1")
                .get("Plans/10/Suites/12/TestPoint?testPointIds=3")
                .json();
        assertThat(failed.at("/value/0/results"))
                .hasToString("{\"outcome\":\"failed\",\"state\":\"notReady\",\"lastResultState\":\"completed\","
                        + "\"lastTestRunId\":1,\"lastResultId\":100001}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'p','plan':{'id':'99'}}",
                "{'name':'p','plan':{'id':'10'},'pointIds':[5]}",
                "{'name':'p','plan':{'id':10},'pointIds':[1,77]}",
                "{'name':'p','plan':{}}"
            })
    void createsNoRunOfWhatIsNotPlanned(String run) {
        assertThat(client.post("runs", run).refusal()).isEqualTo("404 TestObjectNotFoundException");
        assertThat(client.get("runs").json().get("count").asInt()).isZero();
    }

    @Test
    void takesNoResultOfAPointOfAnotherPlan() {
        client.post("runs", "{'name':'p','plan':{'id':'10'}}");

        assertThat(client.post("runs/1/results", "[{'testCaseTitle':'x','testPoint':{'id':'5'}}]")
                        .refusal())
                .isEqualTo("404 TestObjectNotFoundException");
        assertThat(client.get("runs/1/results").json().get("value")).isEmpty();
    }

    @Test
    void listsTheBugsOfAResult() {
        client.createRun();

        client.post("runs/1/results", "[{'testCaseTitle':'a','associatedBugs':[{'id':4711},{'id':'4711'}]}]");

        var bugs = new WorkItems(server.url() + "/demo/_apis/test/", "7.1-preview.1")
                .get("runs/1/Results/100000/bugs")
                .json();
        assertThat(bugs.get("count").asInt()).isEqualTo(1);
        assertThat(bugs.at("/value/0/id").asText()).isEqualTo("4711");
        assertThat(bugs.at("/value/0/name").asText()).isEqualTo("Checkout fails");
        client.patch("runs/1/results", "[{'id':100000,'associatedBugs':[]}]");
        assertThat(new WorkItems(server.url() + "/demo/_apis/test/", "7.1-preview.1")
                        .get("runs/1/Results/100000/bugs")
                        .json()
                        .get("value"))
                .isEmpty();
    }

    @Test
    void takesNoBugThatIsNone() {
        client.createRun();

        for (var id : new String[] {"9", "123", "'x'"}) {
            assertThat(client.post("runs/1/results", "[{'testCaseTitle':'a','associatedBugs':[{'id':" + id + "}]}]")
                            .refusal())
                    .isEqualTo("400 InvalidPropertyException");
        }
        try (var lenient = StandIn.start(StandInOptions.defaults().without(Assumption.KNOWN_BUGS))) {
            Client.of(lenient).createRun();
            assertThat(Client.of(lenient)
                            .post("runs/1/results", "[{'testCaseTitle':'a','associatedBugs':[{'id':9}]}]")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void associatesATestCaseWithItsAutomation() {
        var reply = items.update(
                123,
                "[{'op':'add','path':'/fields/Microsoft.VSTS.TCM.AutomatedTestName','value':'a.B.c'},"
                        + "{'op':'add','path':'/fields/Microsoft.VSTS.TCM.AutomationStatus','value':'Automated'},"
                        + "{'op':'add','path':'/fields/Custom.Team','value':'one'}]");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(client.get("Plans/10/Suites/11/points")
                        .json()
                        .at("/value/0/automated")
                        .asBoolean())
                .isTrue();
        assertThat(items.create("Issue", "[{'op':'add','path':'/fields/System.Title','value':'t'}]")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsWhatBecameOfThePlansBeforeItWasStartedAgain() {
        var options = StandInOptions.defaults().withData(folder.resolve("data")).withPlans(plans());
        try (var first = StandIn.start(options)) {
            WorkItems.of(first).update(4711, "[{'op':'replace','path':'/fields/System.State','value':'Closed'}]");
            Client.of(first).post("runs", "{'name':'p','plan':{'id':'20'},'pointIds':[5]}");
            Client.of(first).patch("runs/1/results", "[{'id':100000,'outcome':'Passed','state':'Completed'}]");
        }

        try (var second = StandIn.start(options)) {
            assertThat(WorkItems.of(second)
                            .get("workitems/4711")
                            .json()
                            .at("/fields/System.State")
                            .asText())
                    .isEqualTo("Closed");
            assertThat(Client.of(second)
                            .get("Plans/20/Suites/21/points")
                            .json()
                            .at("/value/0/outcome")
                            .asText())
                    .isEqualTo("Passed");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"project\":\"other\"}                                                             | no project other",
                "{\"workItems\":[{\"type\":\"Bug\",\"title\":\"t\"}]}                                | an id",
                "{\"workItems\":[{\"id\":1,\"type\":\"Dragon\",\"title\":\"t\"}]}                    | Dragon",
                "{\"plans\":[{\"id\":1,\"name\":\"p\",\"suite\":{\"id\":2,\"name\":\"s\",\"cases\":[3]}}]} | test case 3",
                "{\"plans\":                                                                         | cannot be read"
            })
    void doesNotStartWithAFileThatIsWrong(String json, String reason) throws IOException {
        var file = folder.resolve("wrong.json");
        Files.writeString(file, json);
        var options = StandInOptions.defaults().withPlans(file);

        assertThatThrownBy(() -> StandIn.start(options))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("wrong.json are not understood")
                .hasMessageContaining(reason);
    }
}
