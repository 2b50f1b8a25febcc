package dev.attest.standin;

import dev.attest.standin.rules.Assumption;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RunsIT {

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void createsARunAndAnswersWithTheWholeOfIt() {
        var run = client.post("runs", "{'name':'r','automated':true,'build':{'id':5},'state':'InProgress'}")
                .json();

        assertThat(run.get("id").isInt()).isTrue();
        assertThat(run.get("isAutomated").asBoolean()).isTrue();
        assertThat(run.at("/build/id").isTextual()).isTrue();
        assertThat(run.get("totalTests").asInt()).isZero();
        assertThat(run.get("revision").asInt()).isEqualTo(2);
        assertThat(run.get("url").asText()).endsWith("/test/Runs/" + run.get("id"));
        assertThat(run.get("webAccessUrl").asText()).contains("/demo/_TestManagement/Runs?runId=" + run.get("id"));
    }

    @Test
    void tellsTheStateOfANewRunOnlyWhenItIsRead() {
        var created = client.post("runs", "{'name':'r','state':'InProgress'}").json();

        var read = client.get("runs/" + created.get("id")).json();

        assertThat(created.get("state").asText()).isEqualTo("Unspecified");
        assertThat(read.get("state").asText()).isEqualTo("InProgress");
        assertThat(read.get("revision")).isEqualTo(created.get("revision"));
    }

    @Test
    void refusesPointsWithoutTheirPlan() {
        assertThat(client.post("runs", "{'name':'p','pointIds':[1]}").refusal())
                .isEqualTo("400 InvalidPropertyException");
    }

    @Test
    void takesNamesUpTo256Characters() {
        var path = "runs/" + client.createRun();
        var longest = "x".repeat(256);

        assertThat(client.post("runs", "{'name':'" + longest + "'}").status()).isEqualTo(200);
        assertThat(client.post("runs", "{'name':'" + longest + "x'}").refusal())
                .isEqualTo("400 InvalidPropertyException");
        assertThat(client.patch(path, "{'name':'" + longest + "x'}").refusal())
                .isEqualTo("400 InvalidPropertyException");
    }

    @Test
    void isNotSetToAStateThatUpdatesDoNotHave() {
        var path = "runs/" + client.createRun();

        assertThat(client.patch(path, "{'state':'NeedsInvestigation'}").refusal())
                .isEqualTo("400 InvalidPropertyException");
        assertThat(client.get(path).json().get("state").asText()).isEqualTo("InProgress");
    }

    @Test
    void refusesARunThatEndsBeforeItStarts() {
        var path = "runs/" + client.createRun();
        var changes = client.patch(path, "{'startedDate':'2026-11-21T10:00:00Z'}");
        var before = client.patch(path, "{'state':'Completed','completedDate':'2026-11-21T09:59:59.999Z'}");
        var open = client.get(path).json();
        var atOnce = client.patch(path, "{'state':'Completed','completedDate':'2026-11-21T10:00:00Z'}");
        var moved = client.patch(path, "{'startedDate':'2026-11-21T11:00:00Z'}");
        var created = client.post(
                "runs", "{'name':'r','startDate':'2026-11-21T10:00:00Z','completeDate':'2026-11-20T10:00:00Z'}");

        assertThat(changes.status()).isEqualTo(200);
        assertThat(before.refusal()).isEqualTo("400 InvalidPropertyException");
        assertThat(open.get("state").asText()).isEqualTo("InProgress");
        assertThat(open.has("completedDate")).isFalse();
        assertThat(atOnce.status()).isEqualTo(200);
        assertThat(moved.refusal()).isEqualTo("400 InvalidPropertyException");
        assertThat(created.refusal()).isEqualTo("400 InvalidPropertyException");
    }

    @Test
    void takesARunThatEndsBeforeItStartsWithoutThatAssumption() {
        var lenient = StandInOptions.defaults().without(Assumption.RUN_START_BEFORE_END);
        try (var other = StandIn.start(lenient)) {
            var run = Client.of(other)
                    .post(
                            "runs",
                            "{'name':'r','startDate':'2026-11-21T10:00:00Z','completeDate':'2026-11-20T10:00:00Z'}");

            assertThat(run.status()).isEqualTo(200);
        }
    }

    @Test
    void readsBuildIdsOfEitherTypeBackAsText() {
        var number = client.post("runs", "{'name':'a','build':{'id':7}}").json();
        var text = client.post("runs", "{'name':'b','build':{'id':'7'}}").json();

        assertThat(number.at("/build/id")).isEqualTo(text.at("/build/id"));
        assertThat(number.at("/build/id").isTextual()).isTrue();
    }

    @Test
    void refusesAPipelineThatIsNotTheBuild() {
        var reply = client.post(
                "runs",
                "{'name':'a','build':{'id':7},'pipelineReference':{'pipelineId':8,'jobReference':{'jobName':'j'}}}");

        assertThat(reply.refusal()).isEqualTo("400 InvalidPropertyException");
        assertThat(client.get("runs").json().get("count").asInt()).isZero();
    }

    @Test
    void saysThatAnUnknownRunIsNotThere() {
        assertThat(client.get("runs/99").refusal()).isEqualTo("404 TestObjectNotFoundException");
    }

    @Test
    void listsRunsWithDetailsOnlyWhenAsked() {
        for (var index = 0; index < 4; index++) {
            client.createRun();
        }

        var shallow = client.get("runs?$top=3").json();
        var full = client.get("runs?includeRunDetails=true").json();

        assertThat(shallow.get("count").asInt()).isEqualTo(3);
        assertThat(shallow.at("/value/0").has("lastUpdatedBy")).isFalse();
        assertThat(shallow.at("/value/0").has("totalTests")).isFalse();
        assertThat(full.get("count").asInt()).isEqualTo(4);
        assertThat(full.at("/value/0").has("lastUpdatedBy")).isTrue();
        assertThat(full.at("/value/0").has("totalTests")).isTrue();
    }

    @Test
    void changesOnlyWhatAnUpdateNames() {
        var run = client.post("runs", "{'name':'a','build':{'id':7},'comment':'old'}")
                .json();
        var path = "runs/" + run.get("id");

        var changed = client.patch(path, "{'name':'b','comment':'new'}").json();
        var cleared = client.patch(path, "{'comment':null}").json();

        assertThat(changed.get("name").asText()).isEqualTo("b");
        assertThat(changed.get("comment").asText()).isEqualTo("new");
        assertThat(changed.at("/build/id").asText()).isEqualTo("7");
        assertThat(changed.get("revision").asInt()).isEqualTo(3);
        assertThat(cleared.has("comment")).isFalse();
        assertThat(cleared.get("name").asText()).isEqualTo("b");
    }

    @Test
    void completesAShortDate() {
        var path = "runs/" + client.createRun();

        var run = client.patch(path, "{'startedDate':'2014-05-05'}").json();

        assertThat(run.get("startedDate").asText()).isEqualTo("2014-05-05T00:00:00Z");
    }

    @Test
    void deletesARun() {
        var path = "runs/" + client.createRun();

        var reply = client.delete(path);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.text()).isEmpty();
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @Test
    void deletesARunWithAllThatIsInIt() throws IOException {
        var path = "runs/" + client.createRun();
        client.post(path + "/results", "[{'testCaseTitle':'a','outcome':'Passed','state':'Completed'}]");
        client.post(path + "/results/100000/attachments", "{'stream':'aGk=','fileName':'a.txt'}");

        client.delete(path);

        assertThat(client.get(path + "/results").refusal()).isEqualTo("404 TestObjectNotFoundException");
        assertThat(client.get(path + "/results/100000/attachments/1").status()).isEqualTo(404);
        assertThat(server.data().resolve("blobs")).isEmptyDirectory();
    }

    @Test
    void deletesOnlyWhatIsThere() {
        var path = "runs/" + client.createRun();

        assertThat(client.speaking("").delete(path).status()).isEqualTo(400);
        assertThat(client.delete(path).status()).isEqualTo(204);
        assertThat(client.delete(path).refusal()).isEqualTo("404 TestObjectNotFoundException");
        assertThat(client.patch(path, "{'state':'Completed'}").refusal()).isEqualTo("404 TestObjectNotFoundException");
        assertThat(client.post(path + "/results", "[{'testCaseTitle':'a'}]").refusal())
                .isEqualTo("404 TestObjectNotFoundException");
        assertThat(client.post(path + "/attachments", "{'stream':'aGk=','fileName':'a.txt'}")
                        .refusal())
                .isEqualTo("404 TestObjectNotFoundException");
    }

    @Test
    void letsShardsOfABuildAgreeOnTheLowestRun() throws Exception {
        var create = "{'name':'mine','automated':true,'build':{'id':7}}";
        client.post("runs", "{'name':'mine','automated':true,'build':{'id':8}}");
        var shards = Executors.newFixedThreadPool(4);
        try {
            var tasks = Collections.nCopies(4, (Callable<Integer>) () -> {
                var own = client.post("runs", create).json().get("id").asInt();
                var lowest = client.get("runs?buildUri=vstfs:///Build/Build/7&automated=true")
                        .json()
                        .at("/value/0/id")
                        .asInt();
                return own == lowest ? 0 : client.delete("runs/" + own).status();
            });
            var removed = new ArrayList<Integer>();
            for (var shard : shards.invokeAll(tasks)) {
                removed.add(shard.get());
            }

            assertThat(removed).containsExactlyInAnyOrder(0, 204, 204, 204);
            assertThat(client.get("runs?buildUri=vstfs:///Build/Build/7")
                            .json()
                            .get("count")
                            .asInt())
                    .isEqualTo(1);
        } finally {
            shards.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "buildUri=7, the form vstfs:///Build/Build/",
        "buildUri=vstfs:///Git/Build/7, the form vstfs:///Build/Build/",
        "runTitle=mine, without minLastUpdatedDate and maxLastUpdatedDate",
        "buildIds=7, without minLastUpdatedDate and maxLastUpdatedDate",
        "planIds=7, without minLastUpdatedDate and maxLastUpdatedDate",
        "tmiRunId=7, has no filter tmirunid",
        "automated=yes, of automated is not valid",
        "minLastUpdatedDate=2026-01-01&maxLastUpdatedDate=2026-01-02&state=Over, TestRunState",
        "minLastUpdatedDate=2026-01-01&maxLastUpdatedDate=2026-01-02&buildUri=vstfs:///Build/Build/7, no filter builduri",
        "minLastUpdatedDate=2026-01-01&maxLastUpdatedDate=2026-01-02&planId=7, no filter planid:",
        "minLastUpdatedDate=2026-01-01&maxLastUpdatedDate=2026-01-02&owner=x, no filter owner",
        "minLastUpdatedDate=2026-01-01&runTitle=mine, maxLastUpdatedDate"
    })
    void refusesAFilterRatherThanListTheRunsOfOthers(String query, String named) {
        var reply = client.get("runs?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains(named);
    }

    @Test
    void findsRunsByTitleAndBuildPageByPage() {
        for (var index = 0; index < 3; index++) {
            client.post("runs", "{'name':'mine','build':{'id':7},'comment':'token'}");
        }
        client.post("runs", "{'name':'other','build':{'id':7}}");
        var now = Instant.now();
        var query = "runs?minLastUpdatedDate=" + now.minus(1, ChronoUnit.DAYS) + "&maxLastUpdatedDate="
                + now.plus(1, ChronoUnit.DAYS) + "&runTitle=mine&buildIds=7&$top=2";

        var first = client.get(query);
        var second = client.get(query + "&continuationToken=" + first.header("x-ms-continuationtoken"));

        assertThat(first.json().get("count").asInt()).isEqualTo(2);
        assertThat(first.json().at("/value/0/comment").asText()).isEqualTo("token");
        assertThat(second.json().get("count").asInt()).isEqualTo(1);
        assertThat(second.header("x-ms-continuationtoken")).isEmpty();
    }

    @Test
    void refusesAQueryOverMoreThanAWeek() {
        var reply = client.get("runs?minLastUpdatedDate=2026-01-01&maxLastUpdatedDate=2026-01-09");

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void refusesABuildThatDoesNotExist() {
        try (var strict = StandIn.start(StandInOptions.defaults().withBuilds(5))) {
            var reply = Client.of(strict).post("runs", "{'name':'a','build':{'id':6}}");

            assertThat(reply.refusal()).isEqualTo("400 InvalidPropertyException");
            assertThat(reply.text()).contains("Build 6 cannot be found");
        }
    }
}
