package dev.attest.standin.rules;

/** A resource of the REST API of Azure DevOps, as the {@code OPTIONS} reply lists it. */
public enum ApiResource {
    RUNS("test", "Runs", "cadb3810-d47d-4a3c-a234-fe5f3be50138", "{resource}/{runId}", 3),
    RESULTS("test", "Results", "4637d869-3a76-4468-8057-0bb02aa385cf", "Runs/{runId}/{resource}/{testCaseResultId}", 6),
    RESULTS_QUERY("test", "Results", "6711da49-8e6f-4d35-9f73-cef7a3c81a5b", "{resource}", 6),
    STATISTICS("test", "Statistics", "0a42c424-d764-4a16-a2d5-5c85f87d0ae8", "Runs/{runId}/{resource}", 3),
    RESULT_ATTACHMENTS(
            "test",
            "Attachments",
            "2bffebe9-2f0f-4639-9af8-56129e9fed2d",
            "Runs/{runId}/Results/{testCaseResultId}/{resource}/{attachmentId}",
            1),
    RUN_ATTACHMENTS(
            "test", "Attachments", "4f004af4-a507-489c-9b13-cb62060beb11", "Runs/{runId}/{resource}/{attachmentId}", 1),
    POINTS_QUERY("test", "Points", "b4264fd0-a5d1-43e2-82a5-b9c46b7da9ce", "{resource}", 2),
    POINTS(
            "test",
            "Points",
            "3bcfd5c8-be62-488e-b1da-b8289ce9299c",
            "Plans/{planId}/Suites/{suiteId}/{resource}/{pointIds}",
            2),
    PLANS("test", "Plans", "51712106-7278-4208-8563-1c96f40cf5e4", "{resource}/{planId}", 2),
    SUITES("test", "Suites", "7b7619a0-cb54-4ab3-bf22-194056f45dd1", "Plans/{planId}/{resource}/{suiteId}", 3),
    CASES(
            "test",
            "SuiteTestCase",
            "a4a1ec1c-b03f-41ca-8857-704594ecf58e",
            "Plans/{planId}/Suites/{suiteId}/testcases/{testCaseIds}",
            3),
    BUGS(
            "test",
            "Bugs",
            "6de20ca2-67de-4faf-97fa-38c5d585eb00",
            "Runs/{runId}/Results/{testCaseResultId}/{resource}",
            1),
    HISTORY("test", "testHistory", "929fd86c-3e38-4d8c-b4b6-90df256e5971", "Results/{resource}", 2),
    TESTRESULTS_RUNS("testresults", "runs", "364538f9-8062-4ce0-b024-75a0fb463f0d", "{resource}/{runId}", 1),
    TESTRESULTS_RESULTS(
            "testresults",
            "results",
            "02afa165-e79a-4d70-8f0c-2af0f35b4e07",
            "runs/{runId}/{resource}/{testResultId}",
            2),
    TESTRESULTS_QUERY("testresults", "results", "14033a2c-af25-4af1-9e39-8ef6900482e3", "{resource}", 2),
    TESTRESULTS_STATISTICS(
            "testresults", "statistics", "82b986e8-ca9e-4a89-b39e-f65c69bc104a", "runs/{runId}/{resource}", 2),
    TESTRESULTS_RESULT_FILES(
            "testresults",
            "attachments",
            "2a632e97-e014-4275-978f-8e5c4906d4b3",
            "runs/{runId}/results/{testCaseResultId}/{resource}/{attachmentId}",
            1),
    TESTRESULTS_RUN_FILES(
            "testresults",
            "attachments",
            "b5731898-8206-477a-a51d-3fdf116fc6bf",
            "runs/{runId}/{resource}/{attachmentId}",
            1),
    TESTRESULTS_BUGS(
            "testresults",
            "bugs",
            "d8dbf98f-eb34-4f8d-8365-47972af34f29",
            "runs/{runId}/results/{testCaseResultId}/{resource}",
            1),
    TESTRESULTS_HISTORY("testresults", "testHistory", "2a41bd6a-8118-4403-b74e-5ba7492aed9d", "results/{resource}", 2),
    RESULT_METADATA(
            "testresults",
            "resultMetaData",
            "b72ff4c0-4341-4213-ba27-f517cf341c95",
            "results/{resource}/{testCaseReferenceId}",
            4),
    TEST_PLANS("testplan", "Plans", "0e292477-a0c2-47f3-a9b6-34f153d627f4", "{resource}/{planId}", 1),
    TEST_SUITES("testplan", "Suites", "1046d5d3-ab61-4ca7-a65a-36118a978256", "Plans/{planId}/{resource}/{suiteId}", 1),
    SUITE_CASES(
            "testplan",
            "SuiteTestCase",
            "a9bd61ac-45cf-4d13-9441-43dcd01edf8d",
            "Plans/{planId}/Suites/{suiteId}/TestCase/{testCaseId}",
            3),
    PLAN_POINTS(
            "testplan",
            "TestPoint",
            "52df686e-bae4-4334-b0ee-b6cf4e6f6b73",
            "Plans/{planId}/Suites/{suiteId}/TestPoint/{pointIds}",
            2),
    FILES("wit", "attachments", "e07b5fa4-1499-494d-a496-64b860fd64ff", "{resource}/{id}", 3),
    WORK_ITEMS("wit", "workItems", "72c7ddf8-2cdc-4f60-90cd-ab71c14a399b", "{resource}/{id}", 3),
    NEW_WORK_ITEMS("wit", "workItems", "62d3d110-0047-428c-ad3c-4fe872c91c74", "{resource}/${type}", 3),
    WORK_ITEMS_BATCH("wit", "workItemsBatch", "908509b6-4248-4475-a1cd-829139ba419f", "{resource}", 1),
    WORK_ITEM_TYPES("wit", "workItemTypes", "7c8d7a76-4a09-43e8-b5df-bd792f4ac6aa", "{resource}/{type}", 2),
    TYPE_STATES("wit", "states", "7c9d7a76-4a09-43e8-b5df-bd792f4ac6aa", "workItemTypes/{type}/{resource}", 1),
    FIELDS("wit", "fields", "b51fd764-e5c2-4b9b-aaf7-3395cf4bdd94", "{resource}/{fieldNameOrRefName}", 3),
    UPDATES("wit", "updates", "6570bf97-d02c-4a91-8d93-3abe9895b1a9", "workItems/{id}/{resource}/{updateNumber}", 3),
    COMMENTS(
            "wit",
            "comments",
            "608aac0a-32e1-4493-a863-b9cf4566d257",
            "workItems/{workItemId}/{resource}/{commentId}",
            4),
    WIQL("wit", "wiql", "1a9c53f7-f243-4447-b110-35ef023636e4", "{resource}", 2),
    BUILDS("build", "Builds", "0cd358e1-9217-4d94-8269-1c1ee6f93dcf", "{resource}/{buildId}", 7),
    CONNECTION_DATA("Location", "ConnectionData", "00d9565f-ed9c-4a06-9a50-00e7896ccab4", "_apis/{resource}", 1),
    RESOURCE_AREAS("Location", "ResourceAreas", "e81700f7-3be2-46de-8624-2eb35882fcaa", "_apis/{resource}/{areaId}", 1),
    PROJECTS("core", "projects", "603fe2ac-9723-48b9-88ad-09305aa6c6e1", "_apis/{resource}/{*projectId}", 4);

    private static final String PREVIEW_AREA = "testresults";
    private static final ApiVersion FIRST = ApiVersion.of("1.0");
    private static final ApiVersion LAST_OF_PLANS = ApiVersion.of("5.0");
    private static final ApiVersion NEVER = ApiVersion.of("0.0");

    private final String area;
    private final String title;
    private final String id;
    private final String template;
    private final int revision;

    /** @param template the route template; one that does not start with {@code _apis} is below the area */
    ApiResource(String area, String title, String id, String template, int revision) {
        this.area = area;
        this.title = title;
        this.id = id;
        this.template = template.startsWith("_apis/") ? template : "{project}/_apis/{area}/" + template;
        this.revision = revision;
    }

    /** Returns the area, such as {@code test}. */
    public String area() {
        return area;
    }

    /** Returns the name of the resource in URLs. */
    public String title() {
        return title;
    }

    /** Returns the GUID that is the same on every server. */
    public String id() {
        return id;
    }

    /** Returns the route template. */
    public String template() {
        return template;
    }

    /** Returns the highest resource revision that a product knows. */
    public int revision(Product product) {
        if (this == FILES && product.hosted()) {
            return revision + 1;
        }
        if (this == HISTORY && product == Product.SERVER_2019) {
            return 1;
        }
        if (this != RESULTS) {
            return revision;
        }
        return switch (product) {
            case TFS_2015 -> 2;
            case TFS_2017, TFS_2018 -> 4;
            case SERVER_2019 -> 5;
            default -> revision;
        };
    }

    /** Returns whether a product has the resource in any version. */
    public boolean existsIn(Product product) {
        return !oldest().isAfter(newest(product));
    }

    /** Returns the lowest supported version. */
    public ApiVersion oldest() {
        return switch (this) {
            case TESTRESULTS_HISTORY -> ApiVersion.of("7.1");
            case RESULT_METADATA -> ApiVersion.of("6.0");
            case RESULT_ATTACHMENTS, RUN_ATTACHMENTS -> ApiVersion.of("2.0");
            case RESULTS_QUERY -> ApiVersion.of("3.0");
            case RESOURCE_AREAS -> ApiVersion.of("3.2");
            case WORK_ITEMS_BATCH -> ApiVersion.of("4.1");
            case HISTORY, PLAN_POINTS, TEST_PLANS, TEST_SUITES, SUITE_CASES -> ApiVersion.of("5.0");
            default -> area.equals(PREVIEW_AREA) ? ApiVersion.of("5.0") : FIRST;
        };
    }

    /** Returns the highest supported version. Plans and suites got an area of their own after 5.0. */
    public ApiVersion newest(Product product) {
        boolean ended = (this == PLANS || this == SUITES) && product.newest().isAfter(LAST_OF_PLANS);
        return ended ? LAST_OF_PLANS : product.newest();
    }

    /** Returns the highest version that is not a preview; 0.0 if all are previews. */
    public ApiVersion released(Product product) {
        if (area.equals(PREVIEW_AREA)) {
            return NEVER;
        }
        return switch (this) {
            case CONNECTION_DATA, RESOURCE_AREAS, COMMENTS, BUGS -> NEVER;
            // Attachments, history and the query for points stayed in preview until 7.0, results until TFS 2018.
            case HISTORY,
                    RESULT_ATTACHMENTS,
                    RUN_ATTACHMENTS,
                    RESULTS_QUERY,
                    POINTS_QUERY,
                    PLAN_POINTS,
                    TEST_PLANS,
                    TEST_SUITES,
                    SUITE_CASES -> product.released().major() >= 7 ? product.released() : NEVER;
            case RESULTS -> product.released().major() >= 4 ? product.released() : FIRST;
            case PLANS, SUITES -> product.released().isAfter(LAST_OF_PLANS) ? LAST_OF_PLANS : product.released();
            default -> product.released();
        };
    }
}
