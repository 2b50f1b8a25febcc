package dev.attest.model;

import java.util.Locale;

/**
 * What an attachment is, in the words of Azure DevOps.
 *
 * <p>The wire name of each is its {@code attachmentType} in a request of
 * <a href="https://learn.microsoft.com/rest/api/azure/devops/test/attachments/create-test-result-attachment">Attachments:
 * Create Test Result Attachment</a>.
 */
public enum AttachmentType {
    /** A file of any kind: a screenshot, a page source, what a test attached. The default of the service. */
    GENERAL_ATTACHMENT("GeneralAttachment"),
    /** A result file in the format of the automation framework that made it. */
    AFN_STRIP("AfnStrip"),
    /** What accompanies a bug that was filed for the result. */
    BUG_FILING_DATA("BugFilingData"),
    /** Coverage of the run: JaCoCo, Cobertura. */
    CODE_COVERAGE("CodeCoverage"),
    /** What a collector recorded while the test ran: HAR, trace, video. */
    INTERMEDIATE_COLLECTOR_DATA("IntermediateCollectorData"),
    /** What the run was configured with. */
    RUN_CONFIG("RunConfig"),
    /** Which tests a change affects. */
    TEST_IMPACT_DETAILS("TestImpactDetails"),
    /** Files that were deployed for the run. */
    TMI_TEST_RUN_DEPLOYMENT_FILES("TmiTestRunDeploymentFiles"),
    /** Files that were deployed back from the run. */
    TMI_TEST_RUN_REVERSE_DEPLOYMENT_FILES("TmiTestRunReverseDeploymentFiles"),
    /** Detail of one result that its fields have no room for, such as a long stack trace. */
    TMI_TEST_RESULT_DETAIL("TmiTestResultDetail"),
    /** A summary of the run: Surefire's or TestNG's XML, a TRX file. */
    TMI_TEST_RUN_SUMMARY("TmiTestRunSummary"),
    /** What the test printed. Absent from the prose of the service's page, present in its enumeration. */
    CONSOLE_LOG("ConsoleLog");

    private final String wireName;

    AttachmentType(String wireName) {
        this.wireName = wireName;
    }

    /**
     * Returns what a file is likely to be, by its name: the rules of Azure Pipelines' own publisher, and the formats that
     * coverage tools and browsers write.
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

    /** Returns the name that travels, such as {@code GeneralAttachment}. */
    public String wireName() {
        return wireName;
    }
}
