package dev.attest.standin.wire;

import dev.attest.standin.rules.Refusal;
import java.util.List;

/** The closed sets of words, with their numbers where the service takes those as well. */
final class Words {
    static final Words RUN_STATE = new Words(
            "TestRunState",
            "Unspecified",
            "NotStarted",
            "InProgress",
            "Completed",
            "Aborted",
            "Waiting",
            "NeedsInvestigation");
    static final Words RESULT_STATE =
            new Words("TestResultState", "Unspecified", "Pending", "Queued", "InProgress", "Paused", "Completed");
    static final Words OUTCOME = new Words(
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
    static final Words GROUP = new Words("ResultGroupType", "none", "rerun", "dataDriven", "orderedTest", "generic");
    static final Words SUBSTATE = new Words(
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
    static final Words ATTACHMENT = new Words(
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
    static final Words RUN_TYPE = new Words(
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

    Words(String title, String... words) {
        this.title = title;
        this.words = List.of(words);
    }

    /** Returns the word in its own spelling, given in any case or as its number. */
    String read(String text) {
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
