package dev.attest.config;

import java.util.List;
import java.util.Locale;

/** Every setting there is, in the order in which they are listed to the user. */
public enum Key {
    ENABLED("attest.enabled", "true", "Whether Attest does anything at all: true or false."),
    AZURE_URL(
            "attest.azure.url", "", "Organization or collection to publish to, such as https://dev.azure.com/contoso."),
    AZURE_PROJECT("attest.azure.project", "", "Name or id of the project to publish to."),
    AZURE_TOKEN(
            "attest.azure.token", "", "Personal access token, or the token of the job. Best set in the environment."),
    AZURE_TOKEN_FILE(
            "attest.azure.token-file", "", "File that holds the token and nothing else, readable by its owner."),
    AZURE_API_VERSION(
            "attest.azure.api-version",
            "negotiated with the service",
            "Version of the REST API to speak, such as 6.0 or 7.1-preview.3."),
    AZURE_CONNECTIONS("attest.azure.connections", "4", "How many attachments travel at once, from 2 to 8."),
    AZURE_RUN_TITLE(
            "attest.azure.run.title",
            "stage/job #build in Azure Pipelines, else the name of the working directory",
            "Title of the test run; cut after 256 characters."),
    AZURE_TEST_NAMES(
            "attest.azure.test-names",
            "qualified",
            "What tests are known by: qualified (package.Class.method), or surefire, as PublishTestResults@2 does."),
    AZURE_WORK_ITEM(
            "attest.azure.work-item",
            "",
            "Id of the work item that takes files which are too large for a test result: above 75 MiB."),
    AZURE_WORK_ITEM_ATTACHMENTS(
            "attest.azure.work-item-attachments",
            "never",
            "Whether what tests attached goes on the items of their @WorkItem too: of tests that failed, or never."),
    AZURE_CHUNK_SIZE(
            "attest.azure.chunk-size",
            "4m",
            "In which parts large files travel to work items: bytes, or 512k, 4m; from 1k to 64m."),
    AZURE_CHUNK_THRESHOLD(
            "attest.azure.chunk-threshold",
            "16m",
            "Up to which size a file travels to a work item at once: bytes, or 512k, 16m; from 0 to 128m."),
    AZURE_TEST_CASE_PATTERN(
            "attest.azure.test-case-pattern",
            "\\[([\\d,\\s]+)\\]",
            "Regular expression for what of a test's name names test cases, its group being their ids, or none."),
    AZURE_CERTIFICATE(
            "attest.azure.certificate",
            "",
            "SHA-256 of the one certificate that the server may have, whoever issued it: 64 hexadecimal digits."),
    AZURE_PLAN(
            "attest.azure.plan", "", "Id of the test plan whose test points get the outcome of tests with test cases."),
    AZURE_SUITE(
            "attest.azure.suite", "", "Id of the suite of the plan in which test points are looked for, and below it."),
    AZURE_CONFIGURATION(
            "attest.azure.configuration", "", "Id or name of the configuration whose test points get the outcome."),
    AZURE_ASSOCIATE_AUTOMATION(
            "attest.azure.associate-automation",
            "false",
            "Whether test cases are told which test automates them: true or false."),
    AZURE_BUGS("attest.azure.bugs", "never", "Whether a bug is filed for each test that failed: on-failure or never."),
    AZURE_BUGS_LIMIT("attest.azure.bugs.limit", "10", "How many bugs a run may file, from 1 to 1000."),
    AZURE_BUGS_TYPE("attest.azure.bugs.type", "Bug", "Type of the work items that are filed as bugs."),
    AZURE_BUGS_AREA("attest.azure.bugs.area", "", "Area path of the bugs, such as Shop\\Cart."),
    AZURE_BUGS_ITERATION("attest.azure.bugs.iteration", "", "Iteration path of the bugs, such as Shop\\Sprint 7."),
    AZURE_BUGS_TAGS("attest.azure.bugs.tags", "", "Further tags of the bugs: nightly, shop."),
    AZURE_BUGS_FIELDS(
            "attest.azure.bugs.fields", "", "Values of further fields of the bugs: Custom.Team=Shop, Priority=2."),
    AZURE_BUGS_CLOSED_STATES(
            "attest.azure.bugs.closed-states",
            "Closed, Done, Removed",
            "States of bugs that are over: the same failure gets a new bug then."),
    QACOMPLETE_URL(
            "attest.qacomplete.url",
            "",
            "Address of the REST API of QAComplete to publish to, such as https://host/rest-api/service."),
    QACOMPLETE_PROJECT("attest.qacomplete.project", "", "Id of the project, a number."),
    QACOMPLETE_USER("attest.qacomplete.user", "", "Login of the user to publish as: an e-mail address, as a rule."),
    QACOMPLETE_PASSWORD("attest.qacomplete.password", "", "Password of that user. Best set in the environment."),
    QACOMPLETE_PASSWORD_FILE(
            "attest.qacomplete.password-file",
            "",
            "File that holds the password and nothing else, readable by its owner."),
    QACOMPLETE_TEST_SET(
            "attest.qacomplete.test-set", "", "Id of the test set that a test run is created for, a number."),
    QACOMPLETE_RELEASE("attest.qacomplete.release", "", "Id of the release that the test run is of, a number."),
    QACOMPLETE_CONFIGURATION(
            "attest.qacomplete.configuration", "", "Id of the configuration that the test run is of, a number."),
    QACOMPLETE_MAPPING_FILE(
            "attest.qacomplete.mapping-file",
            "",
            "File of lines such as shop.CartTest.adds = 77: which test of QAComplete a class or method is."),
    QACOMPLETE_CUSTOM_FIELD(
            "attest.qacomplete.custom-field",
            "",
            "Name of the custom field of QAComplete's tests that holds package.Class.method."),
    QACOMPLETE_STATUSES(
            "attest.qacomplete.statuses",
            "passed=Passed, failed=Failed, skipped=Skipped, not-started=Blocked, aborted=Failed",
            "What the statuses of tests are called in the project, as far as that differs."),
    QACOMPLETE_FILES(
            "attest.qacomplete.files",
            "never",
            "Whose files are also put on the test of QAComplete: of tests that failed, always, or never."),
    QACOMPLETE_VERSIONS(
            "attest.qacomplete.versions",
            "files=v1, testruns=v2, tests=v1",
            "Versions of the REST API to speak, as far as they differ."),
    PROXY(
            "attest.proxy",
            "the one of the JVM, else HTTPS_PROXY or HTTP_PROXY",
            "Proxy to go through, http://[user:password@]host:port, or none. Best set in the environment."),
    TRUST_STORE(
            "attest.trust-store",
            "",
            "File of certificates to trust besides those that the JVM trusts: PKCS12, JKS or PEM."),
    TRUST_STORE_PASSWORD("attest.trust-store-password", "", "Password of the trust store, for PKCS12 and JKS."),
    OUTPUT(
            "attest.output",
            "failed",
            "Whose console output is attached: of tests that failed or never ended, always, or never."),
    SCREENSHOT(
            "attest.screenshot",
            "failed",
            "Whose browsers pictures are taken of: of tests that failed, always, or never."),
    PAGE_SOURCE("attest.page-source", "true", "Whether the source of the page goes with a picture: true or false."),
    BROWSER_CONSOLE(
            "attest.browser-console",
            "true",
            "Whether what the page wrote to its console goes with a picture: true or false."),
    SCREENSHOT_SESSIONS(
            "attest.screenshot.sessions",
            "false",
            "Whether browsers are also found by the sessions that Selenium has open: true or false."),
    ATTACHMENT_TYPES(
            "attest.attachment-types",
            "",
            "What files are by their names, before the rules that are built in: *.har=GeneralAttachment, report-*.xml=TmiTestRunSummary."),
    MASK(
            "attest.mask",
            "",
            "Regular expression for what else to mask, besides the values of variables that are named like secrets."),
    MASK_VARIABLES(
            "attest.mask.variables",
            "",
            "Names of further environment variables and system properties whose values are masked: DB_CONN, LICENSE_*."),
    JOURNAL_DIR(
            "attest.journal.dir",
            "target/attest, build/attest, else a folder of the user among the temporary files",
            "Folder that keeps results until they are delivered. Setting it records results even without a destination."),
    END_TIMEOUT(
            "attest.end.timeout",
            "20s",
            "How long the end of a run may wait for delivery: 500ms, 20s, 2m, PT20S or seconds, from 0 to 10m."),
    RUN_SCOPE(
            "attest.run.scope",
            "build",
            "Which JVMs share one run: build (all forks and modules of one build), jvm (each has its own), or any other"
                    + " text, and those with the same share one: letters, digits and . _ - up to 64 characters.");

    private final String property;
    private final String defaultText;
    private final String description;

    Key(String property, String defaultText, String description) {
        this.property = property;
        this.defaultText = defaultText;
        this.description = description;
    }

    /** Returns the name as a system property, framework parameter or line of attest.properties. */
    public String property() {
        return property;
    }

    /** Returns the name as an environment variable, such as {@code ATTEST_AZURE_TOKEN_FILE}. */
    public String environmentName() {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Returns the default in words; empty where there is none. */
    public String defaultText() {
        return defaultText;
    }

    /** Returns one line on what the setting does, with its unit and range. */
    public String description() {
        return description;
    }

    /** Returns whether the value is never shown. */
    public boolean secret() {
        return this == AZURE_TOKEN || this == QACOMPLETE_PASSWORD || this == TRUST_STORE_PASSWORD;
    }

    /** Returns the variables of Azure Pipelines that stand in for the setting, the first one that is set wins. */
    public List<String> pipelineVariables() {
        return switch (this) {
            case AZURE_URL -> List.of("SYSTEM_COLLECTIONURI", "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI");
            case AZURE_PROJECT -> List.of("SYSTEM_TEAMPROJECT");
            case AZURE_TOKEN -> List.of("SYSTEM_ACCESSTOKEN");
            default -> List.of();
        };
    }
}
