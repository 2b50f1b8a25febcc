package dev.attest;

import java.util.Locale;

/**
 * Kind of an attachment, as Azure DevOps names it.
 *
 * <p>The wire name is the {@code attachmentType} in a request of <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/test/attachments/create-test-result-attachment">Attachments:
 * Create Test Result Attachment</a>.
 */
public enum AttachmentType {
    /** A file of any kind, such as a screenshot or a page source. The default of the service. */
    GENERAL_ATTACHMENT("GeneralAttachment"),
    /** A result file in the format of the automation framework that made it. */
    AFN_STRIP("AfnStrip"),
    /** A file that accompanies a bug of the result. */
    BUG_FILING_DATA("BugFilingData"),
    /** Code coverage of the run: JaCoCo, Cobertura. */
    CODE_COVERAGE("CodeCoverage"),
    /** A recording of the test: HAR, trace, video. */
    INTERMEDIATE_COLLECTOR_DATA("IntermediateCollectorData"),
    /** The configuration of the run. */
    RUN_CONFIG("RunConfig"),
    /** The tests that a change affects. */
    TEST_IMPACT_DETAILS("TestImpactDetails"),
    /** Files that were deployed for the run. */
    TMI_TEST_RUN_DEPLOYMENT_FILES("TmiTestRunDeploymentFiles"),
    /** Files that were deployed back from the run. */
    TMI_TEST_RUN_REVERSE_DEPLOYMENT_FILES("TmiTestRunReverseDeploymentFiles"),
    /** Detail of one result that does not fit into its fields, such as a long stack trace. */
    TMI_TEST_RESULT_DETAIL("TmiTestResultDetail"),
    /** A summary of the run: Surefire's or TestNG's XML, a TRX file. */
    TMI_TEST_RUN_SUMMARY("TmiTestRunSummary"),
    /** Console output of the test. The service documents the value in its enumeration only. */
    CONSOLE_LOG("ConsoleLog");

    private final String wireName;

    AttachmentType(String wireName) {
        this.wireName = wireName;
    }

    /**
     * Returns the likely type of a file, by its name. Follows the publisher of Azure Pipelines, extended by the formats
     * of coverage tools and browsers.
     */
    public static AttachmentType ofFile(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".exec") || name.endsWith(".coverage") || name.endsWith("cobertura.xml")) {
            return CODE_COVERAGE;
        }
        if (name.endsWith(".trx")
                || name.equals("testng-results.xml")
                || (name.startsWith("test-") && name.endsWith(".xml"))) {
            return TMI_TEST_RUN_SUMMARY;
        }
        if (name.equals("testng.xml") || name.equals("junit-platform.properties")) {
            return RUN_CONFIG;
        }
        if (name.endsWith(".har") || name.endsWith(".webm") || name.endsWith(".mp4") || name.endsWith("trace.zip")) {
            return INTERMEDIATE_COLLECTOR_DATA;
        }
        return GENERAL_ATTACHMENT;
    }

    /** Returns the name in requests, such as {@code GeneralAttachment}. */
    public String wireName() {
        return wireName;
    }
}
