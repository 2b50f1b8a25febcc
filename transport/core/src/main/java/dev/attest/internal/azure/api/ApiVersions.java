package dev.attest.internal.azure.api;

import dev.attest.internal.json.JsonValue;
import java.util.Optional;

/**
 * Which version of the REST API to ask for, by what is asked for.
 *
 * <p>Newer servers keep older versions, so the newest that was checked is the highest that is asked for. Attachments of
 * results left preview with 7.0: an older server takes them as {@code -preview.1} only. See <a
 * href="https://learn.microsoft.com/azure/devops/integrate/concepts/rest-api-versioning">REST API versioning</a>.
 *
 * @param runs for runs
 * @param results for results
 * @param attachments for attachments of results and runs
 */
public record ApiVersions(String runs, String results, String attachments) {

    private static final Release NEWEST_CHECKED = new Release(7, 1);
    private static final Release ATTACHMENTS_RELEASED = new Release(7, 0);
    private static final Release SUB_RESULTS = new Release(5, 0);
    private static final Release RUN_QUERY = new Release(5, 0);
    private static final Release POINTS_QUERY = new Release(5, 0);
    private static final Release POINTS_RELEASED = new Release(7, 0);
    private static final Release NEVER = new Release(0, 0);

    private static final String RUNS_ID = "cadb3810-d47d-4a3c-a234-fe5f3be50138";
    private static final String RESULTS_ID = "4637d869-3a76-4468-8057-0bb02aa385cf";
    private static final String ATTACHMENTS_ID = "2bffebe9-2f0f-4639-9af8-56129e9fed2d";

    /** Returns what a person chose. */
    static ApiVersions of(String chosen) {
        boolean preview = chosen.contains("-preview");
        Release release = Release.parse(chosen).orElse(NEWEST_CHECKED);
        String attachments = preview || release.isBefore(ATTACHMENTS_RELEASED) ? release + "-preview.1" : chosen;
        return new ApiVersions(chosen, chosen, attachments);
    }

    /**
     * Returns what suits a server that answered {@code OPTIONS _apis/test} thus; empty if the answer does not speak of
     * test runs.
     */
    public static Optional<ApiVersions> suiting(JsonValue resources) {
        return resource(resources, RUNS_ID).map(runs -> {
            Release released = released(runs).min(NEWEST_CHECKED);
            String ofRuns = version(runs, released);
            String ofResults = resource(resources, RESULTS_ID)
                    .map(found -> version(found, released(found).min(NEWEST_CHECKED)))
                    .orElse(ofRuns);
            return new ApiVersions(ofRuns, ofResults, ofAttachments(resources, released));
        });
    }

    /** Returns whether runs can be asked for by title and date. */
    public boolean canQueryRuns() {
        return isSince(RUN_QUERY, runs);
    }

    /** Returns whether test points can be asked for by their test cases, and with the suites below a suite. */
    public boolean canQueryPoints() {
        return isSince(POINTS_QUERY, runs);
    }

    /** Returns whether a result keeps its attempts apart, as sub-results. */
    public boolean canKeepAttempts() {
        return isSince(SUB_RESULTS, results);
    }

    /** Returns the version for questions for test points: like attachments they left preview with 7.0. */
    String points() {
        return Release.parse(runs)
                .filter(release -> release.isBefore(POINTS_RELEASED))
                .map(release -> release + "-preview.2")
                .orElse(runs);
    }

    /** Returns the version for work items, which no server that is spoken to has in preview. */
    String workItems() {
        return Release.parse(runs).orElse(NEWEST_CHECKED).min(NEWEST_CHECKED).toString();
    }

    /** Returns the version for builds, which left preview long ago. */
    String builds() {
        return Release.parse(runs).map(Release::toString).orElse(runs);
    }

    private static boolean isSince(Release first, String version) {
        return Release.parse(version)
                .filter(release -> !release.isBefore(first))
                .isPresent();
    }

    private static String ofAttachments(JsonValue resources, Release runs) {
        Optional<JsonValue> found = resource(resources, ATTACHMENTS_ID);
        Release released = found.map(ApiVersions::released).orElse(runs);
        if (!released.isBefore(ATTACHMENTS_RELEASED)) {
            return released.min(NEWEST_CHECKED).toString();
        }
        Release highest = found.map(ApiVersions::highest).orElse(runs);
        return highest.min(runs.equals(NEVER) ? highest : runs) + "-preview.1";
    }

    /** A resource that was never released has its highest version in preview, and no other. */
    private static String version(JsonValue resource, Release released) {
        return released.equals(NEVER) ? highest(resource).min(NEWEST_CHECKED) + "-preview" : released.toString();
    }

    private static Release released(JsonValue resource) {
        return resource.get("releasedVersion").text().flatMap(Release::parse).orElse(NEVER);
    }

    private static Release highest(JsonValue resource) {
        return resource.get("maxVersion").text().flatMap(Release::parse).orElse(released(resource));
    }

    private static Optional<JsonValue> resource(JsonValue resources, String id) {
        return resources.get("value").items().stream()
                .filter(item ->
                        item.get("id").text().filter(id::equalsIgnoreCase).isPresent())
                .findFirst();
    }
}
