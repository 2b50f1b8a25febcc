package dev.attest.internal.azure.api;

import dev.attest.internal.json.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions of the REST API that Attest requests for each kind of resource.
 *
 * <p>Newer servers also support older versions, so Attest requests no version above the newest tested one. Attachments
 * of results left preview in 7.0. Older servers support them as {@code -preview.1} only. See <a
 * href="https://learn.microsoft.com/azure/devops/integrate/concepts/rest-api-versioning">REST API versioning</a>.
 *
 * @param attachments for attachments of results and of runs
 */
public record ApiVersions(String runs, String results, String attachments) {

    private static final Release NEWEST_TESTED = new Release(7, 1);
    /** The first one in which a result that is changed is named by its id. */
    private static final Release RESULTS_BY_ID = new Release(3, 0);
    /** The first one with sub-results of a result, and with queries for runs and for test points. */
    private static final Release SUB_RESULTS_AND_QUERIES = new Release(5, 0);
    /** The first one that has plans and suites only in an area of their own, and in which runs name their job. */
    private static final Release TEST_PLAN_AREA_AND_JOBS = new Release(5, 1);
    /** The first one that lists the test points below a suite, and that has marks of flaky tests. */
    private static final Release POINTS_BELOW = new Release(6, 0);
    /** The first one in which attachments, test points and the area of the plans are no preview. */
    private static final Release ATTACHMENTS_AND_POINTS = new Release(7, 0);

    /** For a server that refuses a newer one for work items. */
    private static final String OLD_WORK_ITEMS = "4.1";

    private static final Release NEVER = new Release(0, 0);

    private static final String RUNS_ID = "cadb3810-d47d-4a3c-a234-fe5f3be50138";
    private static final String RESULTS_ID = "4637d869-3a76-4468-8057-0bb02aa385cf";
    private static final String ATTACHMENTS_ID = "2bffebe9-2f0f-4639-9af8-56129e9fed2d";

    /** Returns the versions for the one that the user has set. */
    static ApiVersions of(String chosen) {
        boolean preview = chosen.contains("-preview");
        Release release = Release.parse(chosen).orElse(NEWEST_TESTED);
        String attachments = preview || release.isBefore(ATTACHMENTS_AND_POINTS) ? release + "-preview.1" : chosen;
        return new ApiVersions(chosen, chosen, attachments);
    }

    /** Returns the versions for a reply to {@code OPTIONS _apis/test}, or nothing if it does not list test runs. */
    public static Optional<ApiVersions> suiting(JsonValue resources) {
        Optional<JsonValue> found = resource(resources, RUNS_ID);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        JsonValue runs = found.get();
        return Optional.of(new ApiVersions(
                version(runs),
                resultsVersion(resource(resources, RESULTS_ID).orElse(runs)),
                attachmentsVersion(resources, released(runs).min(NEWEST_TESTED))));
    }

    /** Returns the version to request at such a resource. */
    String versionOf(ApiResource resource) {
        return switch (resource) {
            case RUNS -> runs;
            case RESULTS -> results;
            case ATTACHMENTS -> attachments;
            case POINTS -> points();
            case PLANS -> plans();
            case HISTORY -> history();
            case FLAKY_MARKS -> flakyMarks();
            case AREAS -> areas();
            case BUILDS -> builds();
            case WORK_ITEMS -> workItems();
            case OLD_WORK_ITEMS -> OLD_WORK_ITEMS;
        };
    }

    /** Returns whether the service can query runs by title and date. */
    public boolean canQueryRuns() {
        return hasSubResultsAndQueries(runs);
    }

    /** Returns whether the service can query test points by test case. */
    public boolean canQueryPoints() {
        return hasSubResultsAndQueries(runs);
    }

    /** Returns whether the service can list the test points of a suite and of those below it. */
    public boolean canListPointsBelow() {
        Optional<Release> release = Release.parse(runs);
        return release.isPresent() && !release.get().isBefore(POINTS_BELOW);
    }

    /** Returns whether the service can be asked for earlier results of a test. */
    public boolean hasHistory() {
        return hasSubResultsAndQueries(runs);
    }

    /** Returns whether a test can be marked as flaky. */
    public boolean hasFlakyMarks() {
        return isFrom(POINTS_BELOW);
    }

    /** Returns whether a run can name the stage, phase and job of a pipeline that it is of. */
    public boolean hasJobs() {
        return isFrom(TEST_PLAN_AREA_AND_JOBS);
    }

    /** Returns whether a result can have attempts as sub-results. */
    public boolean canKeepAttempts() {
        return hasSubResultsAndQueries(results);
    }

    /** Returns whether plans and suites are in the area {@code testplan}; in {@code test} they end at 5.0. */
    boolean hasTestPlanArea() {
        return isFrom(TEST_PLAN_AREA_AND_JOBS);
    }

    private String plans() {
        return previewBeforeAttachments("-preview.1");
    }

    private String points() {
        return previewBeforeAttachments("-preview.2");
    }

    /** The first servers know an older form. */
    private String history() {
        return previewBeforeAttachments(isFrom(TEST_PLAN_AREA_AND_JOBS) ? "-preview.2" : "-preview.1");
    }

    private String previewBeforeAttachments(String preview) {
        Optional<Release> release = Release.parse(runs);
        return release.isPresent() && release.get().isBefore(ATTACHMENTS_AND_POINTS) ? release.get() + preview : runs;
    }

    /** All servers have them in preview. */
    private String flakyMarks() {
        return Release.parse(runs).orElse(NEWEST_TESTED).min(NEWEST_TESTED) + "-preview.4";
    }

    /** All servers have them in preview. */
    private String areas() {
        return Release.parse(runs).orElse(NEWEST_TESTED).min(NEWEST_TESTED) + "-preview.1";
    }

    /** No supported server has them in preview. */
    private String workItems() {
        return Release.parse(runs).orElse(NEWEST_TESTED).min(NEWEST_TESTED).toString();
    }

    /** No supported server has them in preview. */
    private String builds() {
        Optional<Release> release = Release.parse(runs);
        return release.isPresent() ? release.get().toString() : runs;
    }

    /** A version that cannot be read is taken for a new one. */
    private boolean isFrom(Release first) {
        Optional<Release> release = Release.parse(runs);
        return release.isEmpty() || !release.get().isBefore(first);
    }

    private static boolean hasSubResultsAndQueries(String version) {
        Optional<Release> release = Release.parse(version);
        return release.isPresent() && !release.get().isBefore(SUB_RESULTS_AND_QUERIES);
    }

    private static String attachmentsVersion(JsonValue resources, Release runs) {
        Optional<JsonValue> found = resource(resources, ATTACHMENTS_ID);
        Release released = found.isPresent() ? released(found.get()) : runs;
        if (!released.isBefore(ATTACHMENTS_AND_POINTS)) {
            return released.min(NEWEST_TESTED).toString();
        }
        Release highest = found.isPresent() ? highest(found.get()) : runs;
        return highest.min(runs.isNever() ? highest : runs) + "-preview.1";
    }

    /** A resource that was never released has only preview versions. */
    private static String version(JsonValue resource) {
        Release released = released(resource).min(NEWEST_TESTED);
        return released.isNever() ? highest(resource).min(NEWEST_TESTED) + "-preview" : released.toString();
    }

    /** TFS 2017 has released results in an older form only, and has the present one in preview. */
    private static String resultsVersion(JsonValue resource) {
        boolean older = released(resource).isBefore(RESULTS_BY_ID);
        return older && !highest(resource).isBefore(RESULTS_BY_ID)
                ? highest(resource).min(NEWEST_TESTED) + "-preview"
                : version(resource);
    }

    private static Release released(JsonValue resource) {
        return Release.parse(resource.text("releasedVersion")).orElse(NEVER);
    }

    private static Release highest(JsonValue resource) {
        return Release.parse(resource.text("maxVersion")).orElse(released(resource));
    }

    private static Optional<JsonValue> resource(JsonValue resources, String id) {
        for (JsonValue item : resources.get("value").items()) {
            if (item.text("id").equalsIgnoreCase(id)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /** A version of the REST API, such as 7.1, without the preview suffix. */
    private record Release(int major, int minor) {

        private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(-preview(\\.\\d+)?)?");

        static Optional<Release> parse(String text) {
            Matcher matcher = FORM.matcher(text.strip());
            return matcher.matches()
                    ? Optional.of(new Release(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                    : Optional.empty();
        }

        boolean isNever() {
            return major == 0 && minor == 0;
        }

        boolean isBefore(Release other) {
            return major != other.major ? major < other.major : minor < other.minor;
        }

        Release min(Release other) {
            return isBefore(other) ? this : other;
        }

        @Override
        public String toString() {
            return major + "." + minor;
        }
    }
}
