package dev.attest.standin;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The area testplan, whose model is not the one of the area test. */
class TestPlansIT {

    private final StandIn server = StandIn.start(StandInOptions.defaults().withPlans(PlansIT.plans()));
    private final Client client = Client.of(server);
    private final WorkItems plans = new WorkItems(server.url() + "/demo/_apis/testplan/", "7.1");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void hasPlansWithNumbersAsIds() {
        var plan = plans.get("Plans/10").json();

        assertThat(plan.get("id").isInt()).isTrue();
        assertThat(plan.get("rootSuite")).hasToString("{\"id\":11,\"name\":\"Release 1\"}");
        assertThat(plan.at("/project/name").asText()).isEqualTo("demo");
        assertThat(plans.get("Plans").json().get("value")).hasSize(2).contains(plan);
    }

    @Test
    void hasSuitesThatNameTheirPlanAndTheirParent() {
        var suite = plans.get("Plans/10/suites/12").json();

        assertThat(suite.get("plan")).hasToString("{\"id\":10,\"name\":\"Release 1\"}");
        assertThat(suite.get("parentSuite")).hasToString("{\"id\":11,\"name\":\"Release 1\"}");
        assertThat(suite.get("suiteType").asText()).isEqualTo("staticTestSuite");
        assertThat(plans.get("Plans/10/suites").json().get("value")).hasSize(2).contains(suite);
        assertThat(plans.get("Plans/10/suites/11").json().has("parentSuite")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"suites?asTreeView=true", "suites/11?expand=1", "suites/11?expand=Children"})
    void nestsSuitesOnRequest(String path) {
        var reply = plans.get("Plans/10/" + path).json();

        var root = path.contains("asTreeView") ? reply.at("/value/0") : reply;
        assertThat(root.get("id").asInt()).isEqualTo(11);
        assertThat(root.at("/children/0/id").asInt()).isEqualTo(12);
    }

    @Test
    void listsTheTestCasesOfASuiteWithTheirPoints() {
        var path = "Plans/10/Suites/12/TestCase";

        var cases = plans.get(path + "?witFields=System.Title").json();

        assertThat(cases.at("/value/0/workItem"))
                .hasToString(
                        "{\"id\":124,\"name\":\"Checks out\",\"workItemFields\":[{\"System.Title\":\"Checks out\"}]}");
        assertThat(cases.at("/value/0/pointAssignments/0/configurationName").asText())
                .isEqualTo("Windows");
        assertThat(plans.get(path + "?testIds=123").json().get("value")).hasSize(1);
        assertThat(plans.get(path + "/124,123").json().get("value")).hasSize(2);
        assertThat(plans.get(path + "/125").refusal()).isEqualTo("404 TestObjectNotFoundException");
        assertThat(plans.get("Plans/10/Suites/11/TestCase?isRecursive=true")
                        .json()
                        .get("value"))
                .hasSize(3);
    }

    @Test
    void setsTheOutcomeOfPointsAndMakesThemActiveAgain() {
        var path = "Plans/10/Suites/12/points/";

        var failed = client.patch(path + "3,4", "{'outcome':'failed'}").json();
        var reset = client.patch(path + "4", "{'resetToActive':'true'}").json();

        assertThat(failed.get("value").findValuesAsText("outcome")).containsExactly("Failed", "Failed");
        assertThat(reset.at("/value/0/state").asText()).isEqualTo("Ready");
        assertThat(client.get(path + "3").json().get("state").asText()).isEqualTo("NotReady");
        assertThat(client.get(path + "4").json().get("outcome").asText()).isEqualTo("Unspecified");
    }

    @Test
    void setsTheOutcomeOfAListOfPoints() {
        var path = "Plans/10/Suites/12/TestPoint";

        var reply = plans.json(
                "PATCH",
                path,
                "application/json",
                "[{\"id\":3,\"results\":{\"outcome\":2}},{\"id\":4,\"results\":{\"outcome\":\"blocked\"}}]");

        assertThat(reply.json().get("value").findValuesAsText("outcome")).containsExactly("passed", "blocked");
        plans.json("PATCH", path, "application/json", "[{\"id\":3,\"isActive\":true}]");
        assertThat(plans.get(path).json().get("value").findValuesAsText("outcome"))
                .containsExactly("unspecified", "blocked");
    }

    @Test
    void changesNoPointIfOneIsUnknown() {
        var path = "Plans/10/Suites/12/points/";

        assertThat(client.patch(path + "3,5", "{'outcome':'Passed'}").refusal())
                .isEqualTo("404 TestObjectNotFoundException");
        assertThat(client.patch(path + "x", "{}").refusal()).isEqualTo("400 ArgumentException");
        assertThat(client.patch(path + "3", "{'outcome':'Great'}").refusal()).isEqualTo("400 InvalidPropertyException");
        assertThat(client.get(path + "3").json().get("outcome").asText()).isEqualTo("Unspecified");
    }
}
