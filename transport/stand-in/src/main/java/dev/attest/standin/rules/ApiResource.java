package dev.attest.standin.rules;

/** A resource of the REST API of Azure DevOps, as the {@code OPTIONS} reply lists it. */
public enum ApiResource {
    RUNS("test", "Runs", "cadb3810-d47d-4a3c-a234-fe5f3be50138", "{project}/_apis/{area}/{resource}/{runId}", 3),
    RESULTS(
            "test",
            "Results",
            "4637d869-3a76-4468-8057-0bb02aa385cf",
            "{project}/_apis/{area}/Runs/{runId}/{resource}/{testCaseResultId}",
            6),
    STATISTICS(
            "test",
            "Statistics",
            "0a42c424-d764-4a16-a2d5-5c85f87d0ae8",
            "{project}/_apis/{area}/Runs/{runId}/{resource}",
            3),
    RESULT_ATTACHMENTS(
            "test",
            "Attachments",
            "2bffebe9-2f0f-4639-9af8-56129e9fed2d",
            "{project}/_apis/{area}/Runs/{runId}/Results/{testCaseResultId}/{resource}/{attachmentId}",
            1),
    RUN_ATTACHMENTS(
            "test",
            "Attachments",
            "4f004af4-a507-489c-9b13-cb62060beb11",
            "{project}/_apis/{area}/Runs/{runId}/{resource}/{attachmentId}",
            1),
    POINTS_QUERY("test", "Points", "b4264fd0-a5d1-43e2-82a5-b9c46b7da9ce", "{project}/_apis/{area}/{resource}", 2),
    POINTS(
            "test",
            "Points",
            "3bcfd5c8-be62-488e-b1da-b8289ce9299c",
            "{project}/_apis/{area}/Plans/{planId}/Suites/{suiteId}/{resource}/{pointIds}",
            2),
    PLANS("test", "Plans", "51712106-7278-4208-8563-1c96f40cf5e4", "{project}/_apis/{area}/{resource}/{planId}", 2),
    SUITES(
            "test",
            "Suites",
            "7b7619a0-cb54-4ab3-bf22-194056f45dd1",
            "{project}/_apis/{area}/Plans/{planId}/{resource}/{suiteId}",
            3),
    CASES(
            "test",
            "SuiteTestCase",
            "a4a1ec1c-b03f-41ca-8857-704594ecf58e",
            "{project}/_apis/{area}/Plans/{planId}/Suites/{suiteId}/testcases/{testCaseIds}",
            3),
    TEST_PLANS(
            "testplan",
            "Plans",
            "0e292477-a0c2-47f3-a9b6-34f153d627f4",
            "{project}/_apis/{area}/{resource}/{planId}",
            1),
    TEST_SUITES(
            "testplan",
            "Suites",
            "1046d5d3-ab61-4ca7-a65a-36118a978256",
            "{project}/_apis/{area}/Plans/{planId}/{resource}/{suiteId}",
            1),
    PLAN_POINTS(
            "testplan",
            "TestPoint",
            "52df686e-bae4-4334-b0ee-b6cf4e6f6b73",
            "{project}/_apis/{area}/Plans/{planId}/Suites/{suiteId}/{resource}",
            2),
    BUGS(
            "test",
            "Bugs",
            "6de20ca2-67de-4faf-97fa-38c5d585eb00",
            "{project}/_apis/{area}/Runs/{runId}/Results/{testCaseResultId}/{resource}",
            1),
    FILES("wit", "attachments", "e07b5fa4-1499-494d-a496-64b860fd64ff", "{project}/_apis/{area}/{resource}/{id}", 3),
    WORK_ITEMS("wit", "workItems", "72c7ddf8-2cdc-4f60-90cd-ab71c14a399b", "{project}/_apis/{area}/{resource}/{id}", 3),
    UPDATES(
            "wit",
            "updates",
            "6570bf97-d02c-4a91-8d93-3abe9895b1a9",
            "{project}/_apis/{area}/workItems/{id}/{resource}/{updateNumber}",
            3),
    COMMENTS(
            "wit",
            "comments",
            "608aac0a-32e1-4493-a863-b9cf4566d257",
            "{project}/_apis/{area}/workItems/{workItemId}/{resource}/{commentId}",
            4),
    WIQL("wit", "wiql", "1a9c53f7-f243-4447-b110-35ef023636e4", "{project}/_apis/{area}/{resource}", 2),
    BUILDS("build", "Builds", "0cd358e1-9217-4d94-8269-1c1ee6f93dcf", "{project}/_apis/{area}/{resource}/{buildId}", 7),
    CONNECTION_DATA("Location", "ConnectionData", "00d9565f-ed9c-4a06-9a50-00e7896ccab4", "_apis/{resource}", 1),
    PROJECTS("core", "projects", "603fe2ac-9723-48b9-88ad-09305aa6c6e1", "_apis/{resource}/{*projectId}", 4);

    private static final ApiVersion FIRST = ApiVersion.of("1.0");
    private static final ApiVersion LAST_OF_PLANS = ApiVersion.of("5.0");
    private static final ApiVersion NEVER = ApiVersion.of("0.0");

    private final String area;
    private final String title;
    private final String id;
    private final String template;
    private final int revision;

    ApiResource(String area, String title, String id, String template, int revision) {
        this.area = area;
        this.title = title;
        this.id = id;
        this.template = template;
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

    /** Returns the lowest supported version. */
    public ApiVersion oldest() {
        return switch (this) {
            case RESULT_ATTACHMENTS, RUN_ATTACHMENTS -> ApiVersion.of("2.0");
            case PLAN_POINTS, TEST_PLANS, TEST_SUITES -> ApiVersion.of("5.0");
            default -> FIRST;
        };
    }

    /** Returns the highest supported version. Plans and suites got an area of their own after 5.0. */
    public ApiVersion newest(Product product) {
        boolean ended = (this == PLANS || this == SUITES) && product.newest().isAfter(LAST_OF_PLANS);
        return ended ? LAST_OF_PLANS : product.newest();
    }

    /** Returns the highest version that is not a preview; 0.0 if all are previews. */
    public ApiVersion released(Product product) {
        return switch (this) {
            case CONNECTION_DATA, COMMENTS, BUGS -> NEVER;
            // Attachments and the query for points stayed in preview until 7.0, results until TFS 2018.
            case RESULT_ATTACHMENTS, RUN_ATTACHMENTS, POINTS_QUERY, PLAN_POINTS, TEST_PLANS, TEST_SUITES ->
                product.released().major() >= 7 ? product.released() : NEVER;
            case RESULTS -> product.released().major() >= 4 ? product.released() : FIRST;
            case PLANS, SUITES -> product.released().isAfter(LAST_OF_PLANS) ? LAST_OF_PLANS : product.released();
            default -> product.released();
        };
    }
}
