package dev.attest.internal.config.setting;

import dev.attest.When;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The settings of Azure DevOps. */
public final class AzureKeys {

    private static final Keys.Group ALL = new Keys.Group();

    public static final Key<URI> URL = ALL.add(Key.of(
                    "attest.azure.url",
                    ValueTypes.COLLECTION_URL,
                    "The organization of Azure DevOps Services, or the collection of Azure DevOps Server, that gets the"
                            + " results.")
            .withPipelineVariables("SYSTEM_COLLECTIONURI", "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI"));
    public static final Key<String> PROJECT =
            ALL.add(Key.of("attest.azure.project", ValueTypes.PROJECT, "The project that gets the results.")
                    .withPipelineVariables("SYSTEM_TEAMPROJECT"));
    public static final Key<Secret> TOKEN = ALL.add(Key.of(
                    "attest.azure.token",
                    ValueTypes.TOKEN,
                    "A personal access token with the scope Test Management (read & write), or the token of the job; set"
                            + " it in the environment, where others cannot read it.")
            .withPipelineVariables("SYSTEM_ACCESSTOKEN"));
    public static final Key<Path> TOKEN_FILE = ALL.add(Key.of(
            "attest.azure.token-file",
            ValueTypes.FILE,
            "A file that contains the token and nothing else, and that only its owner can read."));
    public static final Key<String> API_VERSION = ALL.add(Key.of(
                    "attest.azure.api-version",
                    ValueTypes.API_VERSION,
                    "",
                    "The version of the REST API that Attest uses.")
            .withDefaultText("negotiated with the service"));
    public static final Key<Integer> CONNECTIONS = ALL.add(Key.of(
            "attest.azure.connections",
            ValueTypes.wholeNumber(2, 8),
            8,
            "The number of attachments that are uploaded at the same time."));
    public static final Key<String> RUN_TITLE = ALL.add(Key.of(
                    "attest.azure.run.title",
                    ValueTypes.TITLE,
                    "The title of the test run; Attest cuts it after 256 characters.")
            .withDefaultText("job #build in a CI system, otherwise the name of the folder of the build"));
    public static final Key<TestNames> TEST_NAMES = ALL.add(
            Key.of(
                    "attest.azure.test-names",
                    ValueTypes.oneOf(List.of(TestNames.QUALIFIED, TestNames.SUREFIRE)),
                    TestNames.QUALIFIED,
                    "The names under which Azure DevOps keeps the history of tests: package.Class.method, with [2] for the"
                            + " second invocation, or with surefire those of Surefire's XML, which PublishTestResults@2 uses."));
    public static final Key<String> TEST_CASE_PATTERN = ALL.add(Key.of(
            "attest.azure.test-case-pattern",
            ValueTypes.TEST_CASE_PATTERN,
            "\\[([\\d,\\s]+)\\]",
            "What names test cases in the name of a test: the first group contains the ids, and none ignores names."));
    public static final Key<Integer> WORK_ITEM = ALL.add(Key.of(
            "attest.azure.work-item",
            ValueTypes.id("work item"),
            "The work item that gets the files that are too large for a test result: those above 75 MiB."));
    public static final Key<When> WORK_ITEM_ATTACHMENTS = ALL.add(Key.of(
            "attest.azure.work-item-attachments",
            ValueTypes.oneOf(List.of(When.FAILED, When.NEVER)),
            When.NEVER,
            "Whether the attachments of a failed test are also added to the work items of its @WorkItem."));
    public static final Key<ByteSize> CHUNK_SIZE = ALL.add(Key.of(
            "attest.azure.chunk-size",
            ValueTypes.byteSize(ByteSize.ofKilo(1), ByteSize.ofMega(64)),
            ByteSize.ofMega(4),
            "The size of the parts in which a large file is uploaded to a work item."));
    public static final Key<ByteSize> CHUNK_THRESHOLD = ALL.add(Key.of(
            "attest.azure.chunk-threshold",
            ValueTypes.byteSize(ByteSize.ofMega(0), ByteSize.ofMega(128)),
            ByteSize.ofMega(16),
            "The largest file that is uploaded to a work item in one request."));
    public static final Key<String> CERTIFICATE = ALL.add(Key.of(
                    "attest.azure.certificate",
                    ValueTypes.SHA_256,
                    "The only certificate that the server may show, whoever issued it.")
            .withDefaultText("any that the JVM or attest.trust-store trusts"));
    public static final Key<Integer> PLAN = ALL.add(Key.of(
            "attest.azure.plan",
            ValueTypes.id("test plan"),
            "The test plan whose test points get the outcomes of the tests that name test cases."));
    public static final Key<Integer> SUITE = ALL.add(Key.of(
                    "attest.azure.suite",
                    ValueTypes.id("test suite"),
                    "The suite of the plan in which, and below which, Attest looks for test points.")
            .withDefaultText("the whole plan"));
    public static final Key<String> CONFIGURATION = ALL.add(Key.of(
                    "attest.azure.configuration",
                    ValueTypes.text("the name or the id of a configuration"),
                    "The configuration whose test points get the outcomes.")
            .withDefaultText("any"));
    public static final Key<Boolean> ASSOCIATE_AUTOMATION = ALL.add(Key.of(
            "attest.azure.associate-automation",
            ValueTypes.FLAG,
            false,
            "Whether Attest enters in each test case which test automates it."));
    public static final Key<Boolean> FLAKY_MARKS = ALL.add(Key.of(
            "attest.azure.flaky-marks",
            ValueTypes.FLAG,
            true,
            "Whether a test that passed only after a retry is marked as flaky on the branch of the build."));
    public static final Key<BugSettings.Filing> BUGS = ALL.add(Key.of(
            "attest.azure.bugs",
            ValueTypes.oneOf(List.of(BugSettings.Filing.ON_FAILURE, BugSettings.Filing.NEVER)),
            BugSettings.Filing.NEVER,
            "Whether Attest files a bug for each test that fails after all its retries."));
    public static final Key<Integer> BUGS_LIMIT = ALL.add(Key.of(
            "attest.azure.bugs.limit",
            ValueTypes.wholeNumber(1, 1000),
            BugSettings.NONE.limit(),
            "The largest number of bugs that a run files."));
    public static final Key<String> BUGS_TYPE = ALL.add(Key.of(
            "attest.azure.bugs.type",
            ValueTypes.text("a work item type"),
            BugSettings.NONE.type(),
            "The type of the work items that are filed as bugs."));
    public static final Key<String> BUGS_AREA = ALL.add(Key.of(
                    "attest.azure.bugs.area",
                    ValueTypes.text("an area path such as Shop\\Cart"),
                    "The area of the bugs.")
            .withDefaultText("the area of the project"));
    public static final Key<String> BUGS_ITERATION = ALL.add(Key.of(
                    "attest.azure.bugs.iteration",
                    ValueTypes.text("an iteration path such as Shop\\Sprint 7"),
                    "The iteration of the bugs.")
            .withDefaultText("the iteration of the project"));
    public static final Key<List<String>> BUGS_TAGS = ALL.add(Key.of(
            "attest.azure.bugs.tags",
            ValueTypes.list("tags such as nightly, shop"),
            "The tags that the bugs get besides those by which Attest finds them again."));
    public static final Key<Map<String, String>> BUGS_FIELDS = ALL.add(Key.of(
            "attest.azure.bugs.fields",
            ValueTypes.FIELDS,
            "The values of further fields of the bugs; a name without a dot is a field of Microsoft.VSTS.Common."));
    public static final Key<List<String>> BUGS_CLOSED_STATES = ALL.add(Key.of(
            "attest.azure.bugs.closed-states",
            ValueTypes.list("states such as Closed, Done"),
            BugSettings.NONE.closedStates(),
            "The states of bugs that are closed: if the same failure occurs again, Attest files a new bug."));

    private AzureKeys() {}

    public static List<Key<?>> all() {
        return ALL.toList();
    }
}
