package dev.attest.standin.rules;

import java.util.Locale;

/** A behaviour that no document of the services states. All are on by default, and each can be switched off. */
public enum Assumption {
    NO_RESULTS_AFTER_COMPLETION("Results that arrive for a completed or aborted run are refused with 400."),
    ROWS_AFTER_REOPEN("A run that was completed and is open again takes new results; without this, 400."),
    PIPELINE_IS_BUILD("pipelineReference.pipelineId must equal build.id, else 400."),
    NAMED_PIPELINE("A pipelineReference that names no stage, phase or job is refused with 400."),
    SHORT_NAMES("testCaseTitle and automatedTestName over 256 characters refuse the whole batch with 400."),
    BATCHES_OF_1000("More than 1000 results in a request are refused with 400."),
    SHORT_RUN_NAMES("A run's name over 256 characters is refused with 400."),
    SHORT_COMMENTS("A result's comment over 1000 characters is refused with 400."),
    CUT_ERROR_MESSAGES("errorMessage is cut at 4000 characters without an error."),
    START_BEFORE_END("A result or sub-result whose completedDate is not after its startedDate is refused with 400."),
    RUN_START_BEFORE_END("A run whose completedDate is before its startedDate is refused with 400, like a result."),
    CREATE_IN_OPEN_STATE("A run is created as NotStarted, InProgress or Waiting, else 400."),
    DOCUMENTED_STATES("A run can only be changed to a documented state, not to NeedsInvestigation, else 400."),
    POINTS_NEED_A_PLAN("pointIds without a plan are refused with 400."),
    CHUNKS_ONCE(
            "A repeated chunk of a work item's file is refused with 400, even the last one. Without this, the last chunk"
                    + " may be repeated and changes nothing."),
    CREATE_VERB("A work item is created by PATCH on TFS 2015 and 2017, and by POST elsewhere; the other is 405."),
    KNOWN_FIELDS("An unknown field of a work item is refused with 400."),
    KNOWN_STATES("A state that is not one of the work item type is refused with 400."),
    ADDED_TAGS_JOIN("The operation add joins tags with the existing ones; replace replaces all of them."),
    RELATIONS_ONCE("A relation that already exists is refused with 400."),
    KNOWN_BUGS(
            "associatedBugs must name existing work items that are not tasks, user stories or test cases, else 400."),
    KNOWN_RUN_FILTERS(
            "An unknown filter in the list of runs, or a filter without its two dates, is refused with 400. So is"
                    + " tmiRunId, which no request tells of a run."),
    SKIPPED_KEEPS_FAILURES(
            "failingSince is the first of the failures of a test with the same build definition and branch that no passed"
                    + " result parts. Others, such as NotExecuted, do not part them; without this, they do."),
    HISTORY_BY_TITLE(
            "Runs without a build and a release have one history if their titles are equal; without this, none."),
    TREND_OF_7_DAYS("trendDays over 7 are refused with 400; without this, they are 7."),
    GROUPED_HISTORY(
            "A testhistory without groupBy and buildDefinitionId is refused with 400; without this, it is by branch."),
    QAC_VERSION_PER_RESOURCE(
            "QAComplete: tests, releases and files exist at v1 only, test runs and automations at v2 only; else 404."),
    QAC_EXACT_NAMES("QAComplete: a property that is unknown or not in PascalCase is refused with 400."),
    QAC_FILE_WITHOUT_ID(
            "QAComplete: the reply to a new file has no id, as in the documents; the list of files has the id."),
    QAC_JSON_ERRORS("QAComplete: an error is JSON with response_status; without this, plain text."),
    QAC_OPEN_RUN_REFUSES(
            "QAComplete: a second open run of a test or test set is refused with 400 unless ForceNewRunCreation is true;"
                    + " without this, the reply is the open run."),
    QAC_OVERWRITES("QAComplete: the log or report of an item replaces an earlier one; without this, 400."),
    QAC_OWN_STEPS("QAComplete: an item accepts steps that its test does not have; without this, 400."),
    QAC_TITLE_FROM_FILE("QAComplete: a file without a title gets its file name as title; without this, 400."),
    QAC_TITLE_IN_QUERY(
            "QAComplete: Title and Comments of a file may be query parameters; without this, these are ignored."),
    QAC_ANY_PART_NAMES("QAComplete: the case of part names does not matter; without this, File is not file."),
    QAC_BARE_QUOTES("QAComplete: a quote always ends a string in Filter; without this, two quotes stand for one."),
    QAC_FILTER_IGNORES_CASE("QAComplete: Filter ignores the case of strings."),
    QAC_LIMIT_OF_1000("QAComplete: a limit over 1000 is treated as 1000.");

    private final String text;

    Assumption(String text) {
        this.text = text;
    }

    /** Returns the assumption as a sentence. */
    public String text() {
        return text;
    }

    /** Returns the name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
