package dev.attest.standin.rules;

import java.util.Locale;

/** A behaviour that no document states: the strict reading is the default, and each can be switched off. */
public enum Assumption {
    NO_RESULTS_AFTER_COMPLETION("Results that arrive for a completed or aborted run are refused with 400."),
    PIPELINE_IS_BUILD("pipelineReference.pipelineId must equal build.id, else 400."),
    NAMED_PIPELINE("A pipelineReference that names no stage, phase or job is refused with 400."),
    SHORT_NAMES("testCaseTitle and automatedTestName over 256 characters refuse the whole batch with 400."),
    BATCHES_OF_1000("More than 1000 results in a request are refused with 400."),
    SHORT_RUN_NAMES("A run's name over 256 characters is refused with 400."),
    SHORT_COMMENTS("A result's comment over 1000 characters is refused with 400."),
    CUT_ERROR_MESSAGES("errorMessage is cut at 4000 characters, without a word."),
    START_BEFORE_END("A completedDate before its startedDate is refused with 400."),
    CREATE_IN_OPEN_STATE("A run is created as NotStarted, InProgress or Waiting, else 400."),
    DOCUMENTED_STATES(
            "A run is changed to a state that the documents of updates name, so not NeedsInvestigation, else 400."),
    POINTS_NEED_A_PLAN("pointIds without a plan are refused with 400."),
    CHUNKS_ONCE("A chunk of a work item's file that has been taken already is refused with 400, also the last one; else"
            + " the one that came last may come again, and changes nothing."),
    CREATE_VERB("A work item is created by PATCH on TFS 2015 and 2017, and by POST elsewhere; the other is 405."),
    KNOWN_FIELDS("A field of a work item that is not known here is refused with 400."),
    KNOWN_STATES("A state that the type of a work item does not have is refused with 400."),
    ADDED_TAGS_JOIN("Tags of a work item that are added come to those that it has; to replace them replaces all."),
    RELATIONS_ONCE("A relation that a work item has already is refused with 400."),
    KNOWN_BUGS("associatedBugs that name no work item, or a task, story or test case, are refused with 400."),
    KNOWN_RUN_FILTERS(
            "A filter of the list of runs that is unknown here, or misses its two dates, is refused with 400."),
    QAC_VERSION_PER_RESOURCE(
            "QAComplete: tests, releases and files are at v1, test runs and automations at v2; elsewhere they are 404."),
    QAC_EXACT_NAMES("QAComplete: a property that is not in PascalCase, or unknown, is refused with 400."),
    QAC_FILE_WITHOUT_ID("QAComplete: the reply to a file has no id, as in the documents; the list of files has it."),
    QAC_JSON_ERRORS("QAComplete: an error is JSON with response_status; without this, plain text."),
    QAC_OPEN_RUN_REFUSES(
            "QAComplete: a run of what is being run is refused with 400 unless ForceNewRunCreation is true; without"
                    + " this, the open run is the answer."),
    QAC_OVERWRITES("QAComplete: the log or report of an item takes the place of an earlier one; without this, 400."),
    QAC_OWN_STEPS("QAComplete: an item takes steps that its test does not have; without this, 400."),
    QAC_TITLE_FROM_FILE("QAComplete: a file without a title is called by its file name; without this, 400."),
    QAC_TITLE_IN_QUERY("QAComplete: Title and Comments of a file may be in the query; without this, they are ignored."),
    QAC_ANY_PART_NAMES("QAComplete: names of parts are found in any case; without this, File is not file."),
    QAC_BARE_QUOTES(
            "QAComplete: a quote ends a string of Filter, and cannot be in it; without this, two quotes are one."),
    QAC_FILTER_IGNORES_CASE("QAComplete: Filter compares strings in any case."),
    QAC_LIMIT_OF_1000("QAComplete: a limit over 1000 gives 1000 at a time.");

    private final String text;

    Assumption(String text) {
        this.text = text;
    }

    /** Returns what is assumed, in words. */
    public String text() {
        return text;
    }

    /** Returns the name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
