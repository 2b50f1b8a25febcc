package dev.attest.internal.azure.plans;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.azure.Samples;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestCasesTest {

    private static final String BASE = "/tfs/Main/The%20Shop/_apis/";
    private static final String ITEMS = "GET /tfs/Main/_apis/wit/workitems?ids=";
    private static final PlanSettings PLAN = new PlanSettings(5, 0, "", false);

    private final Origin origin = new Origin();
    private AzureDestination azure = Samples.destination(origin, "7.1", PLAN);

    @AfterEach
    void closeBoth() {
        azure.close();
        origin.close();
    }

    @Test
    void makesTheRunOneOfThePlan() {
        origin.answer(200, "{\"id\":24}");

        azure.create(Samples.run(), false);

        assertThat(origin.requests().get(0)).endsWith("\"plan\":{\"id\":\"5\"}}");
    }

    @Test
    void makesTheRunWithoutAPlanThatTheServiceDoesNotKnow() {
        origin.answer(404, "{\"message\":\"Test plan 5 not found.\",\"typeKey\":\"TestObjectNotFoundException\"}")
                .answer(200, "{\"id\":24}");

        DeliveryResult created = azure.create(Samples.run(), false);

        assertThat(created).isInstanceOf(Accepted.class);
        assertThat(origin.requests().get(1)).doesNotContain("\"plan\"");
        assertThat(azure.remarks())
                .containsExactly("The test run belongs to no test plan: the service answers 404"
                        + " \"Test plan 5 not found.\". Check attest.azure.plan.");
    }

    @Test
    void sendsAResultWithTheOnePointOfItsTestCase() {
        origin.answer(200, items("7:3"))
                .answer(200, points(point(2, 7, 5, 6, "Windows"), point(3, 7, 9, 6, "Windows")))
                .answer(200, points())
                .answer(200, ids(100000));

        DeliveryResult delivered = azure.deliver("24", List.of(Samples.ofCases(1, "adds", Outcome.PASSED, 7)), false);

        assertThat(delivered).isEqualTo(new Accepted(List.of("100000"), "", Duration.ZERO));
        assertThat(origin.requests().get(0))
                .isEqualTo(ITEMS + "7&fields=System.Id%2CSystem.Rev%2CSystem.WorkItemType"
                        + "%2CMicrosoft.VSTS.TCM.AutomationStatus%2CMicrosoft.VSTS.TCM.AutomatedTestName"
                        + "%2CMicrosoft.VSTS.TCM.AutomatedTestStorage%2CMicrosoft.VSTS.TCM.AutomatedTestId"
                        + "%2CMicrosoft.VSTS.TCM.AutomatedTestType&errorPolicy=Omit&api-version=7.1");
        assertThat(origin.requests().get(1))
                .isEqualTo("POST " + BASE + "test/points?$skip=0&$top=200&api-version=7.1\n"
                        + "{\"pointsFilter\":{\"testcaseIds\":[7]}}");
        assertThat(origin.requests().get(3))
                .startsWith("POST " + BASE + "test/runs/24/results?")
                .endsWith("\"testPoint\":{\"id\":\"2\"},\"testCase\":{\"id\":\"7\"},\"testCaseRevision\":3}]");
        assertThat(azure.remarks()).isEmpty();
    }

    @Test
    void asksNothingForTestsWithoutTestCasesAndNothingTwice() {
        origin.answer(200, ids(100000))
                .answer(200, items("7:3"))
                .answer(200, points(point(2, 7, 5, 6, "Windows")))
                .answer(200, points())
                .answer(200, ids(100001))
                .answer(200, ids(100002));

        azure.deliver("24", List.of(Samples.passed(1, "plain")), false);
        azure.deliver("24", List.of(Samples.ofCases(2, "adds", Outcome.PASSED, 7)), false);
        azure.deliver("24", List.of(Samples.ofCases(3, "removes", Outcome.PASSED, 7)), false);

        assertThat(origin.requests()).hasSize(6);
        assertThat(origin.requests().get(0)).doesNotContain("testCase\"");
        assertThat(origin.requests().get(5)).contains("\"testPoint\":{\"id\":\"2\"}");
    }

    @Test
    void sendsResultsWithoutAPointThatIsNotThereOrNotTheOnlyOneAndSaysSo() {
        origin.answer(200, items("7:3", "8:1", "9:1"))
                .answer(
                        200,
                        points(point(2, 7, 5, 6, "Windows"), point(3, 8, 5, 6, "Windows"), point(4, 8, 5, 6, "Linux")))
                .answer(200, points())
                .answer(200, ids(1, 2, 3, 4));

        azure.deliver(
                "24",
                List.of(
                        Samples.ofCases(1, "adds", Outcome.PASSED, 7),
                        Samples.ofCases(2, "removes", Outcome.PASSED, 8),
                        Samples.ofCases(3, "pays", Outcome.PASSED, 9),
                        Samples.ofCases(4, "ships", Outcome.PASSED, 99)),
                false);

        String rows = origin.requests().get(3);
        assertThat(rows).containsOnlyOnce("\"testPoint\"").contains("\"testCase\":{\"id\":\"8\"}}");
        assertThat(rows).contains("\"testCase\":{\"id\":\"9\"}}").doesNotContain("\"99\"");
        assertThat(azure.remarks())
                .containsExactly(
                        "There is no test case 99 (shop.CartTest.ships), or the user of attest.azure.token may not see"
                                + " it: results went without. Correct @TestCase.",
                        "There is no test point in plan 5 for test case 9 (shop.CartTest.pays): add it to the plan, or"
                                + " correct attest.azure.plan, attest.azure.suite or attest.azure.configuration.",
                        "There is more than one test point in plan 5 for test case 8 (suite 6, Windows; suite 6, Linux):"
                                + " results went without. Set attest.azure.suite or attest.azure.configuration so that"
                                + " one is left.");
    }

    @Test
    void countsAPointOnceThatTwoPagesList() {
        origin.answer(200, items("7:3"))
                .answer(200, points(point(2, 7, 5, 6, "Windows")))
                .answer(200, points(point(2, 7, 5, 6, "Windows"), point(3, 7, 9, 6, "Windows")))
                .answer(200, points())
                .answer(200, ids(1));

        azure.deliver("24", List.of(Samples.ofCases(1, "adds", Outcome.PASSED, 7)), false);

        assertThat(origin.requests().get(4)).contains("\"testPoint\":{\"id\":\"2\"}");
        assertThat(azure.remarks()).isEmpty();
    }

    @Test
    void takesThePointsOfTheConfigurationByItsNameOrId() {
        for (String configuration : List.of("linux", "40")) {
            try (AzureDestination linux =
                    Samples.destination(origin, "7.1", new PlanSettings(5, 0, configuration, false))) {
                origin.answer(200, items("8:1"))
                        .answer(200, points(point(3, 8, 5, 6, "Windows"), point(4, 8, 5, 6, "Linux")))
                        .answer(200, points())
                        .answer(200, ids(1));

                linux.deliver("24", List.of(Samples.ofCases(1, "adds", Outcome.PASSED, 8)), false);

                assertThat(origin.requests().get(origin.requests().size() - 1))
                        .contains("\"testPoint\":{\"id\":\"4\"}");
            }
        }
    }

    @Test
    void readsAllPagesOfASuiteAndThoseBelowItOnce() {
        azure = Samples.destination(origin, "6.0", new PlanSettings(5, 6, "", false));
        origin.answer(200, items("7:3"))
                .answer(200, "{\"value\":[" + newPoint(2, 8) + "]}", "x-ms-continuationtoken: 2;25")
                .answer(200, "{\"value\":[" + newPoint(3, 7) + "]}")
                .answer(200, ids(1))
                .answer(200, items("8:1"))
                .answer(200, ids(2));

        azure.deliver("24", List.of(Samples.ofCases(1, "adds", Outcome.PASSED, 7)), false);
        azure.deliver("24", List.of(Samples.ofCases(2, "removes", Outcome.PASSED, 8)), false);

        String suite = "GET " + BASE + "testplan/Plans/5/Suites/6/TestPoint?isRecursive=true";
        assertThat(origin.requests().get(1)).isEqualTo(suite + "&api-version=6.0-preview.2");
        assertThat(origin.requests().get(2)).isEqualTo(suite + "&continuationToken=2%3B25&api-version=6.0-preview.2");
        assertThat(origin.requests().get(3)).contains("\"testPoint\":{\"id\":\"3\"}");
        assertThat(origin.requests().get(5)).contains("\"testPoint\":{\"id\":\"2\"}");
    }

    @Test
    void readsOnlyTheSuiteItselfWhereNoneBelowItCanBeListed() {
        azure = Samples.destination(origin, "5.0", new PlanSettings(5, 6, "", false));
        origin.answer(200, items("7:3"))
                .answer(200, "{\"value\":[" + point(3, 7, 5, 6, "Windows") + "]}")
                .answer(200, "{\"value\":[]}")
                .answer(200, ids(1));

        azure.deliver("24", List.of(Samples.ofCases(1, "adds", Outcome.PASSED, 7)), false);

        assertThat(origin.requests().get(1))
                .isEqualTo("GET " + BASE + "test/Plans/5/Suites/6/points?$skip=0&$top=200&api-version=5.0");
        assertThat(origin.requests().get(3)).contains("\"testPoint\":{\"id\":\"3\"}");
    }

    @Test
    void asksForManyTestCasesInBatchesAndPages() {
        List<Integer> many = IntStream.rangeClosed(1, 101).boxed().toList();
        origin.answer(200, items(many.stream().map(id -> id + ":1").toArray(String[]::new)))
                .answer(200, points(point(1001, 1, 5, 6, "Windows")))
                .answer(200, points(point(1002, 2, 5, 6, "Windows")))
                .answer(200, points())
                .answer(200, points(point(1101, 101, 5, 6, "Windows")))
                .answer(200, points())
                .answer(200, ids(IntStream.rangeClosed(1, 101).toArray()));

        azure.deliver(
                "24",
                many.stream()
                        .map(id -> Samples.ofCases(id, "adds" + id, Outcome.PASSED, id))
                        .toList(),
                false);

        assertThat(origin.requests().get(2)).contains("/points?$skip=1&$top=200");
        assertThat(origin.requests().get(4)).endsWith("\"testcaseIds\":[101]}}");
        assertThat(origin.requests().get(6))
                .contains("\"testPoint\":{\"id\":\"1001\"}", "\"testPoint\":{\"id\":\"1002\"}")
                .contains("\"testPoint\":{\"id\":\"1101\"}");
    }

    @Test
    void givesAPointTheWorstOutcomeOfSeveralRows() {
        origin.answer(200, items("7:3"))
                .answer(200, points(point(2, 7, 5, 6, "Windows")))
                .answer(200, points())
                .answer(200, ids(1, 2, 3));

        azure.deliver(
                "24",
                List.of(
                        Samples.ofCases(1, "first", Outcome.PASSED, 7),
                        Samples.ofCases(2, "second", Outcome.FAILED, 7),
                        Samples.ofCases(3, "third", Outcome.PASSED, 7)),
                false);

        String[] rows = origin.requests().get(3).split("\\},\\{\"testCaseTitle\"");
        assertThat(rows).hasSize(3);
        assertThat(rows[1]).contains("\"testPoint\":{\"id\":\"2\"}");
        assertThat(rows[2]).contains("\"testCase\":{\"id\":\"7\"}").doesNotContain("testPoint");
    }

    @Test
    void namesOneOfSeveralTestCasesAndTellsOfTheOthers() {
        origin.answer(200, items("7:3", "8:1", "9:1"))
                .answer(200, points(point(3, 8, 5, 6, "Windows"), point(4, 9, 5, 6, "Windows")))
                .answer(200, points())
                .answer(200, ids(1));

        azure.deliver("24", List.of(Samples.ofCases(1, "adds", Outcome.PASSED, 7, 8, 9)), false);

        assertThat(origin.requests().get(3)).contains("\"testPoint\":{\"id\":\"3\"},\"testCase\":{\"id\":\"8\"}");
        assertThat(azure.remarks())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("A result is of one test case, the first of its test that fits, and so not of 9 (");
    }

    @Test
    void namesTheTestCaseWithoutAPlan() {
        azure = Samples.destination(origin, "7.1", PlanSettings.NONE);
        origin.answer(200, items("7:3")).answer(200, ids(1));

        azure.deliver("24", List.of(Samples.ofCases(1, "adds", Outcome.PASSED, 7)), false);

        assertThat(origin.requests().get(1)).endsWith("\"durationInMs\":1500,\"testCase\":{\"id\":\"7\"}}]");
    }

    @Test
    void sendsARowThatIsRefusedWithItsTestCaseWithoutIt() {
        origin.answer(200, items("7:3"))
                .answer(200, points(point(2, 7, 5, 6, "Windows")))
                .answer(200, points())
                .answer(400, "{\"message\":\"The test point is not of the plan.\"}")
                .answer(200, ids(1));

        DeliveryResult delivered = azure.deliver("24", List.of(Samples.ofCases(1, "adds", Outcome.PASSED, 7)), false);

        assertThat(delivered).isEqualTo(new Accepted(List.of("1"), "", Duration.ZERO));
        assertThat(origin.requests().get(4)).doesNotContain("testPoint").doesNotContain("\"testCase\"");
        assertThat(azure.remarks())
                .singleElement()
                .asString()
                .contains("shop.CartTest.adds", "The test point is not of the plan.");
    }

    @Test
    void holdsResultsBackWhileTheServiceIsTooBusyToTellTheirPoints() {
        origin.answer(200, items("7:3")).answer(503, "{}");

        assertThat(azure.deliver("24", List.of(Samples.ofCases(1, "adds", Outcome.PASSED, 7)), false))
                .isInstanceOf(Retry.class);
        assertThat(azure.remarks()).isEmpty();
    }

    @Test
    void linksResultsOnceTheTokenIsRight() {
        List<Result> results = List.of(Samples.ofCases(1, "adds", Outcome.PASSED, 7));
        origin.answer(401, "{}").answer(401, "{}");
        assertThat(azure.deliver("24", results, false)).isInstanceOf(Retry.class);
        origin.answer(200, items("7:3")).answer(401, "{}");
        assertThat(azure.deliver("24", results, false)).isInstanceOf(Retry.class);

        origin.answer(200, points(point(2, 7, 5, 6, "Windows")))
                .answer(200, points())
                .answer(200, ids(1));

        assertThat(azure.deliver("24", results, false)).isInstanceOf(Accepted.class);
        assertThat(origin.requests().get(6)).contains("\"testPoint\":{\"id\":\"2\"},\"testCase\":{\"id\":\"7\"}");
        assertThat(azure.remarks()).isEmpty();
    }

    @Test
    void goesOnWithoutPointsWhenTheTokenMayNotSeeThem() {
        origin.answer(200, items("7:3"))
                .answer(403, "{\"message\":\"Access denied.\"}")
                .answer(200, ids(1))
                .answer(200, items("8:1"))
                .answer(200, ids(2));

        azure.deliver("24", List.of(Samples.ofCases(1, "adds", Outcome.PASSED, 7)), false);
        azure.deliver("24", List.of(Samples.ofCases(2, "removes", Outcome.PASSED, 8)), false);

        assertThat(origin.requests()).hasSize(5);
        assertThat(azure.remarks()).singleElement().asString().contains("Access denied.");
    }

    @Test
    void findsARowOfAPointAgainWhenTheReplyWasLost() {
        origin.answer(200, items("7:3"))
                .answer(200, points(point(2, 7, 5, 6, "Windows")))
                .answer(200, points())
                .answer(
                        200,
                        "{\"value\":[{\"id\":100007,\"automatedTestId\":\"%s\",\"startedDate\":\"%s\"}]}"
                                .formatted(Samples.id("adds").uuid(), Samples.START))
                .answer(200, "{\"value\":[]}");

        assertThat(azure.deliver("24", List.of(Samples.ofCases(1, "adds", Outcome.PASSED, 7)), true))
                .isEqualTo(new Accepted(List.of("100007"), "", Duration.ZERO));
        assertThat(origin.requests()).hasSize(5);
    }

    @Test
    void readsTestCasesInHalvesWhenTheServerRefusesAllForOne() {
        String unknown = "{\"message\":\"TF401232: Work item 99 does not exist.\",\"typeKey\":\"X\"}";
        origin.answer(404, unknown)
                .answer(200, items("7:3"))
                .answer(404, unknown)
                .answer(200, points(point(2, 7, 5, 6, "Windows")))
                .answer(200, points())
                .answer(200, ids(1));

        azure.deliver("24", List.of(Samples.ofCases(1, "adds", Outcome.PASSED, 7, 99)), false);

        assertThat(origin.requests().get(5)).contains("\"testPoint\":{\"id\":\"2\"}");
        assertThat(azure.remarks()).singleElement().asString().startsWith("There is no test case 99 (");
    }

    @Test
    void tellsATestCaseOnceWhichTestAutomatesItUnlessItSaysSo() {
        azure = Samples.destination(origin, "7.1", new PlanSettings(0, 0, "", true));
        String automated = "{\"id\":8,\"rev\":1,\"fields\":{\"Microsoft.VSTS.TCM.AutomationStatus\":\"Automated\","
                + "\"Microsoft.VSTS.TCM.AutomatedTestName\":\"shop.CartTest.removes\","
                + "\"Microsoft.VSTS.TCM.AutomatedTestStorage\":\"shop.CartTest\","
                + "\"Microsoft.VSTS.TCM.AutomatedTestId\":\""
                + Samples.id("removes").uuid() + "\","
                + "\"Microsoft.VSTS.TCM.AutomatedTestType\":\"JUnit\"}}";
        origin.answer(
                        200,
                        "{\"value\":[{\"id\":7,\"rev\":3,\"fields\":{"
                                + "\"Microsoft.VSTS.TCM.AutomatedTestType\":\"JUnit\"}}," + automated + "]}")
                .answer(200, ids(1, 2))
                .answer(200, "{\"id\":7,\"rev\":4}")
                .answer(200, ids(3));

        azure.deliver(
                "24",
                List.of(
                        Samples.ofCases(1, "adds", Outcome.PASSED, 7),
                        Samples.ofCases(2, "removes", Outcome.PASSED, 8)),
                false);
        azure.deliver("24", List.of(Samples.ofCases(3, "again", Outcome.PASSED, 7)), false);

        assertThat(origin.requests()).hasSize(4);
        assertThat(origin.requests().get(2))
                .isEqualTo("PATCH /tfs/Main/_apis/wit/workitems/7?api-version=7.1\n"
                        + """
                [{"op":"add","path":"/fields/Microsoft.VSTS.TCM.AutomatedTestName","value":"shop.CartTest.adds"},\
                {"op":"add","path":"/fields/Microsoft.VSTS.TCM.AutomatedTestStorage","value":"shop.CartTest"},\
                {"op":"add","path":"/fields/Microsoft.VSTS.TCM.AutomatedTestId","value":"%s"},\
                {"op":"add","path":"/fields/Microsoft.VSTS.TCM.AutomationStatus","value":"Automated"}]""".formatted(Samples.id("adds").uuid()));
    }

    @Test
    void remarksATestCaseThatMayNotBeChanged() {
        azure = Samples.destination(origin, "7.1", new PlanSettings(0, 0, "", true));
        origin.answer(200, items("7:3")).answer(200, ids(1)).answer(403, "{\"message\":\"TF237111: no right.\"}");

        assertThat(azure.deliver("24", List.of(Samples.ofCases(1, "adds", Outcome.PASSED, 7)), false))
                .isInstanceOf(Accepted.class);
        assertThat(azure.remarks())
                .singleElement()
                .asString()
                .startsWith("Test case 7 is not associated with shop.CartTest.adds. ")
                .contains("TF237111: no right.");
    }

    private static String items(String... idsAndRevisions) {
        return Stream.of(idsAndRevisions)
                .map(item -> "{\"id\":" + item.replace(":", ",\"rev\":") + "}")
                .collect(Collectors.joining(",", "{\"value\":[", "]}"));
    }

    private static String points(String... points) {
        return "{\"points\":[" + String.join(",", points) + "]}";
    }

    /** As in the answers of the query, which tell plan and suite in the address. */
    private static String point(int id, int testCase, int plan, int suite, String configuration) {
        int configurationId = configuration.equals("Linux") ? 40 : 30;
        return "{\"id\":%d,\"testCase\":{\"id\":\"%d\"},\"configuration\":{\"id\":\"%d\",\"name\":\"%s\"},\"url\":\"%s\"}"
                .formatted(
                        id,
                        testCase,
                        configurationId,
                        configuration,
                        "https://x/_apis/test/Plans/" + plan + "/Suites/" + suite + "/Points/" + id);
    }

    private static String newPoint(int id, int testCase) {
        return "{\"id\":%d,\"testCaseReference\":{\"id\":%d},\"testPlan\":{\"id\":5}}".formatted(id, testCase);
    }

    private static String ids(int... ids) {
        return IntStream.of(ids)
                .mapToObj(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "{\"value\":[", "]}"));
    }
}
