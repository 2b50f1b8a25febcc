package dev.attest.internal.azure.api;

import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.rest.RestUrl;
import java.net.URI;
import java.util.List;
import java.util.StringJoiner;

/**
 * Builds the URLs of the REST API, {@code {organization or collection}/{project}/_apis/test}, and of web pages. Work
 * items belong to the collection.
 *
 * @param base URL of the organization or collection, without a trailing slash
 * @param project name or id, percent-encoded
 */
public record AzureUrls(String base, String project) {

    public static AzureUrls of(AzureSettings settings) {
        URI url = settings.url();
        String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
        String path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
        String base = url.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1) + path;
        return new AzureUrls(base, RestUrl.encode(settings.project()));
    }

    public String shown() {
        return base + "/" + project;
    }

    /** The resource that lists the API versions. It belongs to no project. */
    public URI area() {
        return URI.create(base + "/_apis/test");
    }

    /** The runs of the project. The query has alternating names and values. */
    public Endpoint runs(String... query) {
        return at("/runs", query);
    }

    public Endpoint run(String runId) {
        return at("/runs/" + RestUrl.encode(runId));
    }

    public Endpoint results(String runId, String... query) {
        return at("/runs/" + RestUrl.encode(runId) + "/results", ApiResource.RESULTS, query);
    }

    public Endpoint result(String runId, String resultId, String... query) {
        String path = "/runs/" + RestUrl.encode(runId) + "/results/" + RestUrl.encode(resultId);
        return at(path, ApiResource.RESULTS, query);
    }

    public Endpoint attachments(AttachmentOwner owner) {
        String result = owner.resultId() == null ? "" : "/results/" + RestUrl.encode(owner.resultId());
        String path = "/runs/" + RestUrl.encode(owner.runId()) + result + "/attachments";
        Endpoint attachments = at(path, ApiResource.ATTACHMENTS);
        return owner.attemptId() == null ? attachments : attachments.with("testSubResultId", owner.attemptId());
    }

    /** The address of an attachment for a browser whose user is logged in. */
    public String attachment(AttachmentOwner owner, String id) {
        String query = owner.attemptId() == null ? "" : "?testSubResultId=" + RestUrl.encode(owner.attemptId());
        String result = owner.resultId() == null ? "" : "/results/" + RestUrl.encode(owner.resultId());
        return shown() + "/_apis/test/runs/" + RestUrl.encode(owner.runId()) + result + "/attachments/"
                + RestUrl.encode(id) + query;
    }

    /** The bytes of an attachment. */
    public Endpoint attachmentContent(AttachmentOwner owner, String id) {
        return new Endpoint(URI.create(attachment(owner, id)), ApiResource.ATTACHMENTS);
    }

    /** The query for test points by test case. */
    public Endpoint points() {
        return at("/points", ApiResource.POINTS);
    }

    /** The test points of a suite without those of the suites below it. */
    public Endpoint points(int plan, int suite) {
        return at("/Plans/" + plan + "/Suites/" + suite + "/points");
    }

    /** The test points of a suite and of the suites below it. */
    public Endpoint pointsBelow(int plan, int suite) {
        String address = shown() + "/_apis/testplan/Plans/" + plan + "/Suites/" + suite + "/TestPoint";
        return new Endpoint(RestUrl.of(address, "isRecursive", "true"), ApiResource.POINTS);
    }

    /** The work items of the collection that have these ids. Missing ones are omitted. */
    public Endpoint workItems(List<Integer> ids, String fields) {
        StringJoiner listed = new StringJoiner(",");
        for (Integer id : ids) {
            listed.add(id.toString());
        }
        return workItemsAt(
                base + "/_apis/wit/workitems", "ids", listed.toString(), "fields", fields, "errorPolicy", "Omit");
    }

    public Endpoint workItemQuery(int most) {
        return workItemsAt(shown() + "/_apis/wit/wiql", "$top", String.valueOf(most));
    }

    /** A plan, in the area of the API that has it in this version. */
    public Endpoint plan(ApiVersions versions, int plan) {
        return versions.hasTestPlanArea()
                ? new Endpoint(URI.create(shown() + "/_apis/testplan/Plans/" + plan), ApiResource.PLANS)
                : at("/plans/" + plan);
    }

    /** A suite, in the area of the API that has it in this version. */
    public Endpoint suite(ApiVersions versions, int plan, int suite) {
        return versions.hasTestPlanArea()
                ? new Endpoint(
                        URI.create(shown() + "/_apis/testplan/Plans/" + plan + "/suites/" + suite), ApiResource.PLANS)
                : at("/plans/" + plan + "/suites/" + suite);
    }

    /** The query for the earlier results of a test. */
    public Endpoint history() {
        return at("/Results/testhistory", ApiResource.HISTORY);
    }

    /** The place of the area that has the marks of flaky tests; the hosted service has it at a host of its own. */
    public Endpoint flakyMarksArea() {
        URI address = URI.create(base + "/_apis/resourceAreas/c83eaf52-edf3-4034-ae11-17d38f25404c");
        return new Endpoint(address, ApiResource.AREAS);
    }

    /**
     * The marks of a test.
     *
     * @param home the organization or collection at the host of that area, without a trailing slash
     * @param reference id under which the service knows the test
     */
    public Endpoint flakyMarks(String home, int reference) {
        String address = home + "/" + project + "/_apis/testresults/results/resultmetadata/" + reference;
        return new Endpoint(URI.create(address), ApiResource.FLAKY_MARKS);
    }

    public Endpoint build(int id) {
        return new Endpoint(URI.create(shown() + "/_apis/build/builds/" + id), ApiResource.BUILDS);
    }

    public Endpoint workItem(int id, String... query) {
        return workItemsAt(base + "/_apis/wit/workitems/" + id, query);
    }

    /** A request that each collection answers, whether it has the item or not. */
    public Endpoint anyWorkItem() {
        return workItemsAt(base + "/_apis/wit/workitems", "ids", "1", "errorPolicy", "omit");
    }

    /** The resource that creates a work item of this type in the project. */
    public Endpoint newWorkItem(String type, String... query) {
        return workItemsAt(shown() + "/_apis/wit/workitems/$" + RestUrl.encode(type), query);
    }

    public Endpoint workItemFiles(String... query) {
        return workItemsAt(base + "/_apis/wit/attachments", query);
    }

    public Endpoint workItemFile(String attachmentId, String... query) {
        return workItemsAt(base + "/_apis/wit/attachments/" + RestUrl.encode(attachmentId), query);
    }

    /** The web page with the results of a run. */
    public String page(String runId) {
        return shown() + "/_TestManagement/Runs?runId=" + RestUrl.encode(runId) + "&_a=resultQuery";
    }

    public String page(String runId, String resultId) {
        return shown() + "/_TestManagement/Runs?runId=" + RestUrl.encode(runId) + "&_a=resultSummary&resultId="
                + RestUrl.encode(resultId);
    }

    public String buildPage(String buildId) {
        return shown() + "/_build/results?buildId=" + RestUrl.encode(buildId);
    }

    public String itemPage(int id) {
        return shown() + "/_workitems/edit/" + id;
    }

    private Endpoint at(String path, String... query) {
        return at(path, ApiResource.RUNS, query);
    }

    private Endpoint at(String path, ApiResource resource, String... query) {
        return new Endpoint(RestUrl.of(shown() + "/_apis/test" + path, query), resource);
    }

    private static Endpoint workItemsAt(String address, String... query) {
        return new Endpoint(RestUrl.of(address, query), ApiResource.WORK_ITEMS);
    }
}
