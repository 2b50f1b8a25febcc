package dev.attest.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.QaCompletePolicy;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QaCompleteRunsIT {

    private static final QaCompletePolicy SMALL = QaCompletePolicy.defaults().withSeed("""
                    {"users":[{"id":2,"login":"reader","password":"p","rights":["read"]}],
                     "projects":[{"id":1,
                      "releases":[{"id":3,"title":"1.0"}],
                      "tests":[{"id":10,"title":"one","steps":[{"id":7,"step":"do","expected_result":"done"}]},
                               {"id":20,"title":"two"}],
                      "testsets":[{"id":5,"title":"both","tests":[10,20]}]},
                      {"id":2,"testsets":[{"id":6}]}]}
                    """);

    private StandIn server = StandIn.start(StandInOptions.defaults().withQaComplete(SMALL));
    private QaCompleteClient client = QaCompleteClient.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    private void restartWithout(Assumption assumption) {
        server.close();
        server = StandIn.start(StandInOptions.defaults().withQaComplete(SMALL).without(assumption));
        client = QaCompleteClient.of(server);
    }

    private JsonNode run(int id) {
        return client.get("v2/testruns/" + id).json();
    }

    private String set(int item, String status) {
        var reply = client.send("PATCH", "v2/testruns/1/items/" + item, "{'StatusCode':'" + status + "'}");
        return reply.json().path("status_code").asText();
    }

    @Test
    void addsAnItemForEachTestOfTheSet() {
        var run = client.send("POST", "v2/testruns", "{'TestSetId':5,'ReleaseId':3,'ForceNewRunCreation':true}")
                .json();

        assertThat(run.toString())
                .isEqualTo("{\"id\":1,\"test_set_id\":5,\"test_set_name\":\"both\",\"test_config_id\":0,"
                        + "\"configuration_name\":\"\",\"release_id\":3,\"release_name\":\"1.0\",\"run_by_user_id\":1,"
                        + "\"run_by_user_name\":\"Publisher, Attest\",\"is_sequential\":false,"
                        + "\"execution_type\":\"Manual\",\"test_host\":\"\",\"project_id\":1,"
                        + "\"status_code\":\"Awaiting Run\",\"date_started\":\"00001-01-01T00:00:00.0000000\","
                        + "\"date_finished\":\"00001-01-01T00:00:00.0000000\",\"nbr_tests\":2,\"nbr_passed\":0,"
                        + "\"nbr_failed\":0,\"nbr_blocked\":0,\"nbr_awaiting_run\":2,\"run_time\":0,"
                        + "\"run_time_formated\":\"00:00:00\",\"schedule_id\":\"0\"}");
        var items = client.get("v2/testruns/1/items").json();
        assertThat(items.findValuesAsText("test_name")).containsExactly("one", "two");
        assertThat(items.at("/results/0/test_run_results").toString())
                .isEqualTo("[{\"id\":1,\"seq\":1,\"is_stopped_on_fail\":false,\"status_code\":\"Awaiting Run\","
                        + "\"step\":\"do\",\"expected_result\":\"done\",\"test_step_id\":7,\"actual_result\":\"\","
                        + "\"test_run_item_id\":1,\"project_id\":1}]");
    }

    @Test
    void takesAFormAndOneTest() {
        assertThat(client.form("v2/testruns", "TestId=20&ForceNewRunCreation=true")
                        .status())
                .isEqualTo(200);

        assertThat(client.get("v2/testruns/1/items").json().findValuesAsText("test_id"))
                .containsExactly("20");
    }

    @Test
    void followsItsItems() {
        client.newRun(5);

        set(1, "Passed");
        assertThat(run(1).get("status_code").asText()).isEqualTo("In Progress");
        set(2, "Blocked");
        assertThat(run(1).get("status_code").asText()).isEqualTo("Blocked");
        set(1, "Failed");
        assertThat(run(1).get("status_code").asText()).isEqualTo("Failed");
        assertThat(run(1).get("nbr_failed").asInt()).isEqualTo(1);
        assertThat(run(1).get("nbr_blocked").asInt()).isEqualTo(1);
        assertThat(run(1).get("date_finished").asText()).startsWith("20");
        set(1, "Skipped");
        set(2, "Skipped");
        assertThat(run(1).get("status_code").asText()).isEqualTo("Incomplete");
        set(2, "Passed");
        assertThat(run(1).get("status_code").asText()).isEqualTo("Passed");
    }

    @Test
    void keepsSecondsAndStepsAsTheyCame() {
        client.newRun(5);

        var item = client.send(
                        "PATCH",
                        "v2/testruns/1/items/1",
                        "{'StatusCode':'Failed','RunTime':65,'Steps':[{'Seq':1,'StatusCode':'Failed',"
                                + "'ActualResult':'<b>no</b>'},{'Seq':2,'StepName':'more','StatusCode':'Passed'}]}")
                .json();

        assertThat(item.get("run_time_formated").asText()).isEqualTo("00:01:05");
        assertThat(item.at("/test_run_results/0/actual_result").asText()).isEqualTo("<b>no</b>");
        assertThat(item.at("/test_run_results/1/step").asText()).isEqualTo("more");
        assertThat(run(1).get("run_time").asInt()).isEqualTo(65);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'RunTime':1}",
                "{'StatusCode':'passed'}",
                "{'StatusCode':'In Progress'}",
                "{'StatusCode':'Passed','RunTime':1.5}",
                "{'StatusCode':'Passed','RunTime':-1}",
                "{'StatusCode':'Passed','Steps':[{'Seq':1,'StatusCode':'Skipped'}]}",
                "{'StatusCode':'Passed','Steps':[{'TestRunResultId':2}]}",
                "{'StatusCode':'Passed','Steps':{}}",
                "{'StatusCode':'Passed','status_code':'Failed'}",
                "{'StatusCode':'Passed'",
                "[]"
            })
    void refusesAChangeThatIsNotRightAndKeepsTheItem(String body) {
        client.newRun(5);

        assertThat(client.send("PATCH", "v2/testruns/1/items/1", body).status()).isEqualTo(400);
        assertThat(run(1).get("nbr_awaiting_run").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "400, {}",
        "400, '{''TestId'':10,''TestSetId'':5}'",
        "404, '{''TestSetId'':6}'",
        "404, '{''TestSetId'':99}'",
        "404, '{''TestId'':99}'",
        "404, '{''TestSetId'':5,''ReleaseId'':99}'",
        "400, '{''testSetId'':5}'",
        "400, '{''TestSetId'':5,''Title'':''x''}'",
        "400, '{''TestSetId'':5,''IsSequential'':''perhaps''}'"
    })
    void refusesARunOfNothing(int status, String body) {
        assertThat(client.send("POST", "v2/testruns", body).status()).isEqualTo(status);
        assertThat(client.get("v2/testruns")
                        .json()
                        .at("/metadata/result_set/total")
                        .asInt())
                .isZero();
    }

    @Test
    void takesOtherSpellingsWhenToldTo() {
        restartWithout(Assumption.QAC_EXACT_NAMES);

        assertThat(client.send("POST", "v2/testruns", "{'test_set_id':'5','more':1}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesAnItemOfAnotherRun() {
        client.newRun(5);
        client.newRun(5);

        assertThat(client.send("PATCH", "v2/testruns/1/items/3", "{'StatusCode':'Passed'}")
                        .status())
                .isEqualTo(404);
        assertThat(client.parts("POST", "v2/testruns/2/items/1/report", "File@a.mht=x")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void addsNoSecondRunOfWhatIsBeingRun() {
        client.newRun(5);

        var again = client.send("POST", "v2/testruns", "{'TestSetId':5}");
        set(1, "Passed");
        set(2, "Passed");
        var afterwards = client.send("POST", "v2/testruns", "{'TestSetId':5}");

        assertThat(again.status()).isEqualTo(400);
        assertThat(afterwards.json().get("id").asInt()).isEqualTo(2);
    }

    @Test
    void answersTheOpenRunWhenToldTo() {
        restartWithout(Assumption.QAC_OPEN_RUN_REFUSES);
        client.newRun(5);

        var again = client.send("POST", "v2/testruns", "{'TestSetId':5}");

        assertThat(again.json().get("id").asInt()).isEqualTo(1);
    }

    @Test
    void restartsAsAnotherRun() {
        client.newRun(5);
        set(1, "Failed");

        var other = client.send("POST", "v2/testruns/1/restart", "").json();

        assertThat(other.get("id").asInt()).isEqualTo(2);
        assertThat(other.get("nbr_awaiting_run").asInt()).isEqualTo(2);
        assertThat(run(1).get("nbr_failed").asInt()).isEqualTo(1);
    }

    @Test
    void takesOneReportAndOneLogOfAnItem() {
        client.newRun(5);
        var item = "v2/testruns/1/items/1";

        assertThat(client.parts("POST", item + "/report", "File@first.mht=one").status())
                .isEqualTo(200);
        assertThat(client.parts("POST", item + "/report", "File@second.mht=two").status())
                .isEqualTo(200);
        assertThat(client.parts("POST", item + "/log", "File@o.tcLogX=log").status())
                .isEqualTo(200);
        assertThat(client.parts("POST", item + "/report", "File@a.html=no").status())
                .isEqualTo(400);
        assertThat(client.parts("POST", item + "/log", "File@a.txt=no").status())
                .isEqualTo(400);

        var shown = client.get(item).json();
        assertThat(shown.get("file_report").asText()).isEqualTo("second.mht");
        assertThat(shown.get("file_log").asText()).isEqualTo("o.tcLogX");
        assertThat(blobs()).isEqualTo(2);
        client.delete("v2/testruns/1");
        assertThat(blobs()).isZero();
        assertThat(client.get("v2/testruns/1").status()).isEqualTo(404);
    }

    private int blobs() {
        return Objects.requireNonNull(server.data().resolve("blobs").toFile().list()).length;
    }

    @Test
    void keepsTheFirstReportWhenToldTo() {
        restartWithout(Assumption.QAC_OVERWRITES);
        client.newRun(5);

        client.parts("POST", "v2/testruns/1/items/1/report", "File@first.mht=one");
        var second = client.parts("POST", "v2/testruns/1/items/1/report", "File@second.mht=two");

        assertThat(second.status()).isEqualTo(400);
        assertThat(client.get("v2/testruns/1/items/1").text()).contains("first.mht");
    }

    @Test
    void refusesStepsOfItsOwnWhenToldTo() {
        restartWithout(Assumption.QAC_OWN_STEPS);
        client.newRun(5);

        assertThat(client.send(
                                "PATCH",
                                "v2/testruns/1/items/2",
                                "{'StatusCode':'Passed','Steps':[{'StatusCode':'Passed'}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void letsAReaderReadAndReportOnly() {
        client.newRun(5);
        var reader = client.as("reader", "p");

        assertThat(reader.get("v2/testruns/1").status()).isEqualTo(200);
        assertThat(reader.parts("POST", "v2/testruns/1/items/1/log", "File@a.xml=x")
                        .status())
                .isEqualTo(200);
        assertThat(reader.send("POST", "v2/testruns", "{'TestSetId':5}").status())
                .isEqualTo(403);
        assertThat(reader.send("PATCH", "v2/testruns/1/items/1", "{'StatusCode':'Passed'}")
                        .status())
                .isEqualTo(403);
        assertThat(reader.delete("v2/testruns/1").status()).isEqualTo(403);
    }

    @Test
    void turnsAwayBadCredentials() {
        var stranger = client.as("reader", "wrong").get("v2/testruns");

        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.header("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void meetsFaultsAndIsCountedByItsRoutes() {
        server.faults().add("POST */testruns: nth=1 status=503");

        assertThat(client.send("POST", "v2/testruns", "{'TestSetId':5}").status())
                .isEqualTo(503);
        assertThat(client.send("POST", "v2/testruns", "{'TestSetId':5}").status())
                .isEqualTo(200);

        assertThat(server.requestCounts())
                .containsEntry("POST /rest-api/service/api/v2/projects/{project}/testruns", 2);
    }
}
