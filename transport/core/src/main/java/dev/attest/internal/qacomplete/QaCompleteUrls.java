package dev.attest.internal.qacomplete;

import dev.attest.internal.config.QaCompleteSettings;
import dev.attest.internal.config.setting.ResourceVersions;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.qacomplete.Resource.Subject;
import dev.attest.internal.rest.RestUrl;
import java.util.stream.Stream;

/**
 * Builds the URLs of the REST API, {@code {service}/api/{version}/projects/{project}}.
 *
 * @param base URL of the service, without a trailing slash
 * @param project id
 * @param versions of the API for each kind of resource
 */
record QaCompleteUrls(String base, String project, ResourceVersions versions) {

    static QaCompleteUrls of(QaCompleteSettings settings) {
        return new QaCompleteUrls(settings.url().toString(), settings.project(), settings.versions());
    }

    String shown() {
        return base + ", project " + project;
    }

    /** The runs, to check that the project is readable. */
    Resource projectRuns(String... query) {
        return at(Subject.TESTS, versions.testRuns(), "/testruns", query);
    }

    Resource runs(String... query) {
        return at(Subject.RUN, versions.testRuns(), "/testruns", query);
    }

    /** Filters by number only, because quotes in filters are not documented. */
    Resource runsOf(String testSet, String... query) {
        Stream<String> filter = Stream.of("Filter", "(testSetId = " + testSet + ")");
        return runs(Stream.concat(Stream.of(query), filter).toArray(String[]::new));
    }

    Resource items(String runId, String... query) {
        return at(Subject.ITEM, versions.testRuns(), "/testruns/" + runId + "/items", query);
    }

    Resource item(String runId, String itemId) {
        return at(Subject.ITEM, versions.testRuns(), "/testruns/" + runId + "/items/" + itemId);
    }

    /** @param kind {@code report} or {@code log} */
    Resource output(String runId, String itemId, String kind) {
        return at(Subject.OUTPUT, versions.testRuns(), "/testruns/" + runId + "/items/" + itemId + "/" + kind);
    }

    Resource tests(String... query) {
        return at(Subject.TESTS, versions.tests(), "/tests", query);
    }

    Resource testSet(String id) {
        return at(Subject.RUN, versions.tests(), "/testsets/" + id);
    }

    Resource files(AttachmentTarget entity, String... query) {
        return at(Subject.FILE, versions.files(), "/" + entity.kind() + "/" + entity.id() + "/files", query);
    }

    private Resource at(Subject subject, String version, String path, String... query) {
        return new Resource(RestUrl.of(base + "/api/" + version + "/projects/" + project + path, query), subject);
    }
}
