package dev.attest.standin.azure.rest;

import dev.attest.standin.rules.Refusal;
import java.util.List;

/** The enums of test runs. A value can be given by name or, for most enums, by number. */
public final class ServiceEnum {

    /** The states of a run. */
    public static final ServiceEnum RUN_STATE = new ServiceEnum(
            "TestRunState",
            "Unspecified",
            "NotStarted",
            "InProgress",
            "Completed",
            "Aborted",
            "Waiting",
            "NeedsInvestigation");
    /** The states of a result. */
    public static final ServiceEnum RESULT_STATE =
            new ServiceEnum("TestResultState", "Unspecified", "Pending", "Queued", "InProgress", "Paused", "Completed");
    /** The outcomes of a result and of a test point. */
    public static final ServiceEnum OUTCOME = new ServiceEnum(
            "TestOutcome",
            "Unspecified",
            "None",
            "Passed",
            "Failed",
            "Inconclusive",
            "Timeout",
            "Aborted",
            "Blocked",
            "NotExecuted",
            "Warning",
            "Error",
            "NotApplicable",
            "Paused",
            "InProgress",
            "NotImpacted");
    /** The kinds of groups of sub-results. */
    public static final ServiceEnum GROUP =
            new ServiceEnum("ResultGroupType", "none", "rerun", "dataDriven", "orderedTest", "generic");
    /** The substates of a run. */
    public static final ServiceEnum SUBSTATE = new ServiceEnum(
            "TestRunSubstate",
            "none",
            "creatingEnvironment",
            "runningTests",
            "canceledByUser",
            "abortedBySystem",
            "timedOut",
            "pendingAnalysis",
            "analyzed",
            "cancellationInProgress");
    /** The types of attachments. */
    public static final ServiceEnum ATTACHMENT = new ServiceEnum(
            "AttachmentType",
            "GeneralAttachment",
            "AfnStrip",
            "BugFilingData",
            "CodeCoverage",
            "IntermediateCollectorData",
            "RunConfig",
            "TestImpactDetails",
            "TmiTestRunDeploymentFiles",
            "TmiTestRunReverseDeploymentFiles",
            "TmiTestResultDetail",
            "TmiTestRunSummary",
            "ConsoleLog");
    /** The types of runs. */
    public static final ServiceEnum RUN_TYPE = new ServiceEnum(
            "TestRunType",
            "Unspecified",
            "Normal",
            "Blocking",
            "Web",
            "MtrRunInitiatedFromWeb",
            "RunWithDtlEnv",
            "NoConfigRun");

    private final String title;
    private final List<String> words;

    ServiceEnum(String title, String... words) {
        this.title = title;
        this.words = List.of(words);
    }

    /** Returns the value in its canonical spelling. Accepts any case, and numbers. */
    public String read(String text) {
        for (var word : words) {
            if (word.equalsIgnoreCase(text)) {
                return word;
            }
        }
        if (!title.equals("TestRunType") && text.matches("\\d{1,2}") && Integer.parseInt(text) < words.size()) {
            return words.get(Integer.parseInt(text));
        }
        throw Refusal.property(title, "The value \"" + text + "\" is not valid for the property " + title + ".");
    }
}
