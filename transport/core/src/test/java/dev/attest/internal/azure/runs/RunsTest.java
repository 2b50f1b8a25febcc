package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.azure.Samples;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.Pipeline;
import dev.attest.internal.journal.event.Run;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RunsTest {

    private static final String CREATED = "{\"id\":31,\"name\":\"Shop tests\",\"webAccessUrl\":"
            + "\"https://dev.azure.com/o/p/_TestManagement/Runs?runId=31&_a=runCharts\"}";
    private static final String RUNNING = "{\"id\":31,\"startedDate\":\"2026-11-21T08:00:00Z\"}";
    private static final String POST_RUNS = "POST /tfs/Main/The%20Shop/_apis/test/runs?api-version=7.1\n";

    private static final Pipeline IN_RELEASE =
            new Pipeline(42, "s", 1, "p", 1, "j", 1, "vstfs:///r/12", "vstfs:///e/34");

    private final Origin origin = new Origin().at(Samples.NOW);
    private final AzureDestination azure = Samples.destination(origin);
    private final AzureDestination patient = Samples.patientDestination(origin);

    @AfterEach
    void closeAll() {
        azure.close();
        patient.close();
        origin.close();
    }

    @Test
    void areCreatedInProgressAndMarked() {
        origin.answer(200, CREATED);

        DeliveryResult created = azure.create(Samples.run(), false);

        assertThat(created)
                .isEqualTo(new Accepted(
                        List.of("31"),
                        "https://dev.azure.com/o/p/_TestManagement/Runs?runId=31&_a=resultQuery",
                        Duration.ZERO));
        assertThat(origin.requests()).containsExactly(POST_RUNS + """
                {"name":"Shop tests","automated":true,"state":"InProgress",\
                "startDate":"2026-11-21T08:00:00Z","startedDate":"2026-11-21T08:00:00Z",\
                "comment":"Published by Attest from host7. attest-run:9f3c2a"}""");
    }

    @Test
    void tellWhereTheyComeFrom() {
        origin.answer(200, CREATED);

        azure.create(
                Samples.run()
                        .from(new dev.attest.internal.config.origin.Origin(
                                "GitLab CI", "shop/verify", "7", "", "", "", "main", "", "", "Linux amd64", "JDK 17")),
                false);

        assertThat(origin.requests()).containsExactly(POST_RUNS + """
                {"name":"Shop tests","automated":true,"state":"InProgress",\
                "startDate":"2026-11-21T08:00:00Z","startedDate":"2026-11-21T08:00:00Z",\
                "comment":"Published by Attest from host7. attest-run:9f3c2a\\n\
                build 7 of shop/verify (GitLab CI), branch main",\
                "buildPlatform":"Linux amd64","buildFlavor":"JDK 17"}""");
    }

    @Test
    void areAskedForAsWhomAndInWhichVersion() {
        origin.answer(200, CREATED);

        azure.create(Samples.run(), false);

        assertThat(origin.head(0)).isEqualTo("""
                POST /tfs/Main/The%20Shop/_apis/test/runs?api-version=7.1 HTTP/1.1
                Accept: application/json;api-version=7.1
                Authorization: Basic OnBhdC03ZjNhLXNlY3JldA==
                X-TFS-FedAuthRedirect: Suppress
                Host: origin
                Content-Length: 193
                Content-Type: application/json; charset=utf-8
                Connection: keep-alive
                User-Agent: Attest""");
    }

    @Test
    void areGivenUpForTheOneThatAnotherHostCreatedAtTheSameTime() {
        String both = """
                {"value":[{"id":31,"comment":"attest-run:9f3c2a","totalTests":0},\
                {"id":30,"comment":"attest-run:9f3c2a","totalTests":0}]}""";
        origin.answer(200, "{\"value\":[]}")
                .answer(200, CREATED)
                .answer(200, both)
                .raw("HTTP/1.1 204 No Content\r\n\r\n");

        DeliveryResult shared = azure.create(Samples.sharedRun(), false);

        assertThat(shared)
                .isInstanceOfSatisfying(
                        Accepted.class, run -> assertThat(run.ids()).containsExactly("30"));
        assertThat(origin.requests())
                .last()
                .isEqualTo("DELETE /tfs/Main/The%20Shop/_apis/test/runs/31?api-version=7.1");
    }

    @Test
    void areAbortedWhenTheTokenMayNotDelete() {
        String both = """
                {"value":[{"id":31,"comment":"attest-run:9f3c2a","totalTests":0},\
                {"id":30,"comment":"attest-run:9f3c2a","totalTests":0}]}""";
        origin.answer(200, "{\"value\":[]}")
                .answer(200, CREATED)
                .answer(200, both)
                .answer(403, "{\"message\":\"TF50309: no permission\"}")
                .answer(200, CREATED);

        assertThat(azure.create(Samples.sharedRun(), false)).isInstanceOf(Accepted.class);

        assertThat(origin.requests())
                .last()
                .isEqualTo("PATCH /tfs/Main/The%20Shop/_apis/test/runs/31?api-version=7.1\n"
                        + "{\"state\":\"Aborted\",\"comment\":\"Empty: the tests are in test run 30.\"}");
        assertThat(azure.remarks())
                .singleElement()
                .asString()
                .contains("31", "30", "Delete test runs", "attest.azure.token");
    }

    @Test
    void areNamedWhenTheyStayInProgress() {
        String both = """
                {"value":[{"id":31,"comment":"attest-run:9f3c2a","totalTests":0},\
                {"id":30,"comment":"attest-run:9f3c2a","totalTests":0}]}""";
        origin.answer(200, "{\"value\":[]}")
                .answer(200, CREATED)
                .answer(200, both)
                .answer(403, "{}")
                .answer(403, "{}");

        assertThat(azure.create(Samples.sharedRun(), false)).isInstanceOf(Accepted.class);
        assertThat(azure.remarks()).singleElement().asString().contains("Test run 31", "in progress", "403");
    }

    @Test
    void areNotDeletedWhenThereAreTestsInThem() {
        origin.answer(200, """
                {"value":[{"id":31,"comment":"attest-run:9f3c2a","totalTests":1},\
                {"id":30,"comment":"attest-run:9f3c2a","totalTests":0}]}""");

        azure.create(Samples.sharedRun(), false);

        assertThat(origin.requests()).hasSize(1);
    }

    @Test
    void goOnWhenAnotherHostHasShownThemAsOver() {
        origin.answer(400, "{\"message\":\"The run is completed\"}")
                .answer(200, "{\"id\":31,\"state\":\"Completed\"}")
                .answer(200, CREATED)
                .answer(200, "{\"value\":[{\"id\":100000}]}");

        DeliveryResult delivered = azure.deliver("31", List.of(Samples.passed(1, "adds")), false);

        assertThat(delivered).isInstanceOf(Accepted.class);
        assertThat(origin.requests()).element(2).asString().isEqualTo("""
                PATCH /tfs/Main/The%20Shop/_apis/test/runs/31?api-version=7.1
                {"state":"InProgress"}""");
    }

    @Test
    void nameTheirPlaceInThePipeline() {
        origin.answer(200, CREATED);

        azure.create(Samples.run(Samples.pipeline("Test", "", "Linux")), false);

        assertThat(origin.requests()).containsExactly(POST_RUNS + """
                {"name":"Shop tests","automated":true,"state":"InProgress",\
                "startDate":"2026-11-21T08:00:00Z","startedDate":"2026-11-21T08:00:00Z",\
                "comment":"Published by Attest from host7. attest-run:9f3c2a",\
                "build":{"id":"42"},\
                "pipelineReference":{"pipelineId":42,"stageReference":{"stageName":"Test","attempt":1},\
                "jobReference":{"jobName":"Linux","attempt":3}}}""");
    }

    @Test
    void nameNoPlaceInThePipelineToAServiceThatHasNoPlaceForIt() {
        origin.answer(200, CREATED);
        try (AzureDestination old = Samples.destination(origin, "5.0", PlanSettings.NONE)) {
            old.create(Samples.run(Samples.pipeline("Test", "", "Linux")), false);
        }

        assertThat(origin.requests()).singleElement().asString().endsWith("\"build\":{\"id\":\"42\"}}");
    }

    @Test
    void areOfTheReleaseAndItsStage() {
        origin.answer(200, CREATED);

        azure.create(Samples.run(IN_RELEASE), false);

        assertThat(origin.requests())
                .singleElement()
                .asString()
                .endsWith("\"releaseUri\":\"vstfs:///r/12\",\"releaseEnvironmentUri\":\"vstfs:///e/34\"}");
    }

    @Test
    void areOfNoReleaseThatTheServiceDoesNotTake() {
        origin.answer(400, "{\"message\":\"Invalid release\"}").answer(200, CREATED);

        assertThat(azure.create(Samples.run(IN_RELEASE), false)).isInstanceOf(Accepted.class);

        assertThat(origin.requests()).hasSize(2).last().asString().doesNotContain("release", "attest-build");
        assertThat(azure.remarks()).singleElement().asString().contains("no release", "Invalid release");
    }

    @Test
    void areNotCreatedTwiceWhenTheOneOutsideThePlanIsInDoubt() {
        try (AzureDestination planned = Samples.destination(origin, "7.1", new PlanSettings(7, 0, "", false))) {
            origin.answer(400, "{\"message\":\"Invalid release\"}").answer(503, "{}");

            assertThat(planned.create(Samples.run(IN_RELEASE), false))
                    .isInstanceOfSatisfying(
                            Retry.class,
                            retry -> assertThat(retry.possiblyApplied()).isTrue());
        }

        assertThat(origin.requests()).hasSize(2).last().asString().doesNotContain("\"plan\"");
    }

    /** Each is refused by another answer: the missing plan by 404, and then the release or the build by 400. */
    @Test
    void areOfNeitherAPlanNorAReleaseThatTheServiceDoesNotTake() {
        try (AzureDestination planned = Samples.destination(origin, "7.1", new PlanSettings(7, 0, "", false))) {
            origin.answer(404, "{\"message\":\"Plan 7 not found\",\"typeKey\":\"TestObjectNotFoundException\"}")
                    .answer(400, "{\"message\":\"Invalid release\"}")
                    .answer(200, CREATED);

            assertThat(planned.create(Samples.run(IN_RELEASE), false)).isInstanceOf(Accepted.class);
            assertThat(planned.remarks())
                    .satisfiesExactlyInAnyOrder(
                            plan -> assertThat(plan).contains("no test plan", "Plan 7 not found"),
                            release -> assertThat(release).contains("no release", "Invalid release"));
        }

        assertThat(origin.requests()).hasSize(3).last().asString().doesNotContain("\"plan\"", "release");
    }

    @Test
    void areOfNeitherAPlanNorABuildThatTheServiceDoesNotKnow() {
        try (AzureDestination planned = Samples.destination(origin, "7.1", new PlanSettings(7, 0, "", false))) {
            origin.answer(404, "{\"message\":\"Plan 7 not found\",\"typeKey\":\"TestObjectNotFoundException\"}")
                    .answer(400, "{\"message\":\"Build 42 cannot be found\"}")
                    .answer(404, "{\"message\":\"not found\"}")
                    .answer(200, CREATED);

            assertThat(planned.create(Samples.run(Samples.pipeline("Test", "P", "J")), false))
                    .isInstanceOf(Accepted.class);
        }

        assertThat(origin.requests()).hasSize(4).last().asString().doesNotContain("\"plan\"", "\"build\"");
    }

    /** The token of a user needs no right to read builds. */
    @ParameterizedTest
    @ValueSource(ints = {401, 403, 203, 302, 503})
    void areCreatedThoughTheBuildMayNotBeSeen(int status) {
        origin.answer(400, "{\"message\":\"Build 42 cannot be found\"}")
                .answerAs(status, "text/html", "")
                .answer(200, CREATED);

        assertThat(azure.create(Samples.run(Samples.pipeline("Test", "P", "J")), false))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void sendNoReferenceThatNamesNothing() {
        origin.answer(200, CREATED);

        azure.create(Samples.run(Samples.pipeline("", " ", "")), false);

        assertThat(origin.requests().get(0)).endsWith("\"build\":{\"id\":\"42\"}}");
    }

    @Test
    void areCreatedWithoutABuildThatDoesNotExist() {
        origin.answer(400, "{\"message\":\"Build 42 cannot be found\",\"typeKey\":\"InvalidPropertyException\"}")
                .answer(404, "{\"message\":\"The requested build 42 could not be found.\"}")
                .answer(200, CREATED);

        DeliveryResult created = patient.create(Samples.run(Samples.pipeline("Test", "P", "J")), false);

        assertThat(created).isInstanceOf(Accepted.class);
        assertThat(origin.requests())
                .hasSize(3)
                .last()
                .asString()
                .doesNotContain("\"build\"", "pipelineReference")
                .contains("attest-run:9f3c2a attest-build:42");
    }

    /** The message of a server is in its language. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"Build 42 cannot be found\"}",
                "{\"message\":\"Es wurde ein ungültiger Wert angegeben.\",\"typeKey\":\"InvalidPropertyException\"}"
            })
    void waitForABuildThatTheServiceWillKnow(String refusal) {
        origin.answer(400, refusal).answer(200, "{\"id\":42}").answer(200, CREATED);
        Run run = Samples.run(Samples.pipeline("Test", "P", "J"));

        DeliveryResult first = patient.create(run, false);
        DeliveryResult second = patient.create(run, false);

        assertThat(first).isInstanceOfSatisfying(Retry.class, retry -> {
            assertThat(retry.pause()).isPositive();
            assertThat(retry.possiblyApplied()).isFalse();
            assertThat(retry.needsAttention()).isFalse();
        });
        assertThat(second).isInstanceOf(Accepted.class);
        assertThat(origin.requests()).hasSize(3).last().asString().contains("\"build\":{\"id\":\"42\"}");
        assertThat(patient.remarks()).isEmpty();
    }

    @Test
    void getABuildThatAppearsBeforeTheirEnd() {
        origin.answer(400, "{\"message\":\"Build 42 cannot be found\"}")
                .answer(404, "{\"message\":\"not found\"}")
                .answer(200, RUNNING)
                .answer(200, "{\"id\":42}")
                .answer(200, "{}")
                .answer(200, "{}");
        azure.create(Samples.run(Samples.pipeline("Test", "P", "J")), false);

        azure.complete("31", Samples.START, false);

        assertThat(origin.requests().subList(3, 6))
                .satisfiesExactly(
                        look -> assertThat(look).contains("GET", "/_apis/build/builds/42"),
                        change -> assertThat(change)
                                .contains("PATCH", "/runs/31")
                                .endsWith("{\"build\":{\"id\":\"42\"}}"),
                        end -> assertThat(end).contains("PATCH", "/runs/31", "Completed"));
        assertThat(azure.remarks()).hasSize(2).last().asString().contains("Build 42 was added");
    }

    /** A fork creates the run, and another one completes it. */
    @Test
    void getTheirBuildFromAnotherJvm() {
        origin.answer(200, "{\"id\":31,\"comment\":\"Published by Attest. attest-run:9f3c2a attest-build:42\"}")
                .answer(200, "{\"id\":42}")
                .answer(200, "{}")
                .answer(200, "{}");

        azure.complete("31", Samples.START, false);

        assertThat(origin.requests()).hasSize(4);
        assertThat(origin.requests().get(2)).contains("PATCH").endsWith("{\"build\":{\"id\":\"42\"}}");
    }

    @Test
    void areCompletedWithoutABuildThatStaysUnknown() {
        origin.answer(400, "{\"message\":\"Build 42 cannot be found\"}")
                .answer(404, "{\"message\":\"not found\"}")
                .answer(200, RUNNING)
                .answer(404, "{\"message\":\"not found\"}")
                .answer(200, "{}");
        azure.create(Samples.run(Samples.pipeline("Test", "P", "J")), false);

        assertThat(azure.complete("31", Samples.START, false)).isInstanceOf(Accepted.class);
        assertThat(azure.remarks())
                .singleElement()
                .asString()
                .contains("build 42", "BUILD_BUILDID", "Build 42 cannot be found", "Tests tab");
    }

    @Test
    void areNotCreatedTwiceForAnotherRefusal() {
        origin.answer(400, "{\"message\":\"Invalid owner\"}").answer(200, "{\"id\":42}");

        assertThat(azure.create(Samples.run(Samples.pipeline("Test", "P", "J")), false))
                .isInstanceOf(Rejected.class);
        assertThat(origin.requests()).hasSize(2);
    }

    @Test
    void haveANameThatFits() {
        origin.answer(200, CREATED).answer(200, CREATED);

        azure.create(new Run("t", "x".repeat(300), Samples.START, "", null), false);
        azure.create(new Run("t", " \n", Samples.START, "", null), false);

        assertThat(origin.requests().get(0)).contains("{\"name\":\"" + "x".repeat(255) + "…\",");
        assertThat(origin.requests().get(1))
                .contains("{\"name\":\"Tests\",")
                .contains("\"Published by Attest. attest-run:t\"");
    }

    @Test
    void getAPageWhereTheServiceTellsNone() {
        origin.answer(200, "{\"id\":31,\"webAccessUrl\":\"javascript:alert(1)\"}");

        assertThat(azure.create(Samples.run(), false))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        created -> assertThat(created.url())
                                .isEqualTo(azure.address() + "/_TestManagement/Runs?runId=31&_a=resultQuery"));
    }

    @Test
    void areFoundAgainByTheMarkerAmongThoseOfTheirTitle() {
        origin.answer(200, """
                {"count":3,"value":[{"id":29,"name":"Other"},
                 {"id":30,"name":"Shop tests"},{"id":31,"name":"Shop tests"}]}""")
                .answer(200, "{\"id\":30,\"comment\":\"attest-run:000000\"}")
                .answer(200, "{\"id\":31,\"comment\":\"Published by Attest from host7. attest-run:9f3c2a\"}");

        DeliveryResult found = azure.create(Samples.run(), true);

        assertThat(found)
                .isEqualTo(new Accepted(
                        List.of("31"),
                        azure.address() + "/_TestManagement/Runs?runId=31&_a=resultQuery",
                        Duration.ZERO));
        assertThat(origin.requests())
                .containsExactly(
                        "GET /tfs/Main/The%20Shop/_apis/test/runs?minLastUpdatedDate=2026-11-21T07%3A00%3A00Z"
                                + "&maxLastUpdatedDate=2026-11-21T10%3A00%3A00Z&isAutomated=true"
                                + "&runTitle=Shop%20tests&$top=100&api-version=7.1",
                        "GET /tfs/Main/The%20Shop/_apis/test/runs/30?api-version=7.1",
                        "GET /tfs/Main/The%20Shop/_apis/test/runs/31?api-version=7.1");
    }

    @Test
    void areCreatedWhenNoneIsFoundOnAnyPage() {
        origin.answer(200, "{\"value\":[]}", "x-ms-continuationtoken: a b")
                .answer(200, "{\"value\":[{\"id\":5,\"name\":\"Shop tests\"}]}")
                .answer(404, "{\"message\":\"Test run 5 not found\"}")
                .answer(200, CREATED);

        assertThat(azure.create(Samples.run(), true)).isInstanceOf(Accepted.class);
        assertThat(origin.requests()).hasSize(4);
        assertThat(origin.requests().get(1)).contains("&continuationToken=a%20b&");
        assertThat(origin.requests().get(3)).startsWith("POST ");
    }

    @Test
    void areSoughtInWindowsOfSevenDaysWhenTheyBeganLongAgo() {
        origin.answer(200, "{\"value\":[]}").answer(200, "{\"value\":[]}").answer(200, CREATED);
        Run old = new Run("9f3c2a", "Shop tests", Samples.NOW.minus(Duration.ofDays(10)), "host7", null);

        azure.create(old, true);

        assertThat(origin.requests().get(0))
                .contains("minLastUpdatedDate=2026-11-11T08%3A00%3A00Z&maxLastUpdatedDate=2026-11-18T07%3A59%3A00Z");
        assertThat(origin.requests().get(1))
                .contains("minLastUpdatedDate=2026-11-18T07%3A59%3A00Z&maxLastUpdatedDate=2026-11-21T10%3A00%3A00Z");
    }

    @Test
    void areListedOnServersThatCannotBeQueried() {
        origin.answer(200, "{\"value\":[{\"id\":7,\"name\":\"Shop tests\",\"comment\":\"attest-run:1\"}]}")
                .answer(200, "{\"value\":[{\"id\":8,\"name\":\"Shop tests\",\"comment\":\"attest-run:9f3c2a\"}]}");

        try (AzureDestination old = Samples.destination(origin, "4.1")) {
            assertThat(old.create(Samples.run(), true))
                    .isInstanceOfSatisfying(
                            Accepted.class, found -> assertThat(found.ids()).containsExactly("8"));
        }
        assertThat(origin.requests())
                .containsExactly(
                        "GET /tfs/Main/The%20Shop/_apis/test/runs?automated=true&includeRunDetails=true"
                                + "&$top=100&$skip=0&api-version=4.1",
                        "GET /tfs/Main/The%20Shop/_apis/test/runs?automated=true&includeRunDetails=true"
                                + "&$top=100&$skip=1&api-version=4.1");
    }

    @Test
    void areListedWhereTheQueryIsRefused() {
        origin.answer(400, "{\"message\":\"runTitle is invalid\"}")
                .answer(200, "{\"value\":[{\"id\":8,\"name\":\"Shop tests\",\"comment\":\"attest-run:9f3c2a\"}]}");

        assertThat(azure.create(Samples.run(), true))
                .isInstanceOfSatisfying(
                        Accepted.class, found -> assertThat(found.ids()).containsExactly("8"));
    }

    @Test
    void remainInDoubtWhileTheyCannotBeSought() {
        origin.answer(503, "");

        assertThat(azure.create(Samples.run(), true))
                .isInstanceOfSatisfying(
                        Retry.class,
                        deferred -> assertThat(deferred.possiblyApplied()).isTrue());
        assertThat(origin.requests()).hasSize(1);
    }

    @Test
    void areCompletedAndAborted() {
        origin.answer(200, RUNNING).answer(200, RUNNING).answer(200, RUNNING);

        assertThat(azure.complete("31", Samples.NOW.plusNanos(1), false)).isInstanceOf(Accepted.class);
        assertThat(azure.complete("31", Samples.NOW, true)).isInstanceOf(Accepted.class);

        assertThat(origin.requests())
                .containsExactly("GET /tfs/Main/The%20Shop/_apis/test/runs/31?api-version=7.1", """
                PATCH /tfs/Main/The%20Shop/_apis/test/runs/31?api-version=7.1
                {"state":"Completed","completedDate":"2026-11-21T09:00:00Z"}""", """
                PATCH /tfs/Main/The%20Shop/_apis/test/runs/31?api-version=7.1
                {"state":"Aborted","completedDate":"2026-11-21T09:00:00Z"}""");
    }

    @Test
    void areGivenUpWhenSomebodyDeletedThem() {
        String missing = "{\"message\":\"Test run 31 cannot be found\",\"typeKey\":\"TestObjectNotFoundException\"}";
        origin.answer(404, missing).answer(404, missing);

        assertThat(azure.complete("31", Samples.NOW, false))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .contains("Cannot complete the test run", "Test run 31 cannot be found", "deleted"));
    }
}
