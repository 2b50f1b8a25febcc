package dev.attest.internal.azure.api;

import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.rest.RestUrl;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/**
 * Where things are, under {@code {organization or collection}/{project}/_apis/test}; work items are the collection's.
 *
 * @param base organization or collection, without a slash at its end
 * @param project name or id, encoded
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

    /** Where the service tells which versions it speaks; of no project. */
    public URI area() {
        return URI.create(base + "/_apis/test");
    }

    /**
     * Where runs are.
     *
     * @param query names and values by turns
     */
    public Endpoint runs(String... query) {
        return at("/runs", query);
    }

    public Endpoint run(String runId, String... query) {
        return at("/runs/" + RestUrl.encode(runId), query);
    }

    public Endpoint results(String runId, String... query) {
        return at("/runs/" + RestUrl.encode(runId) + "/results", ApiVersions::results, query);
    }

    public Endpoint result(String runId, String resultId, String... query) {
        return at(
                "/runs/" + RestUrl.encode(runId) + "/results/" + RestUrl.encode(resultId), ApiVersions::results, query);
    }

    public Endpoint attachments(AttachmentOwner owner) {
        String result = owner.resultId() == null ? "" : "/results/" + RestUrl.encode(owner.resultId());
        String path = "/runs/" + RestUrl.encode(owner.runId()) + result + "/attachments";
        String[] query =
                owner.attemptId() == null ? new String[0] : new String[] {"testSubResultId", owner.attemptId()};
        return at(path, ApiVersions::attachments, query);
    }

    /** Where test points are asked for by their test cases. */
    public Endpoint points(String... query) {
        return at("/points", ApiVersions::points, query);
    }

    /** The test points of a suite itself. */
    public Endpoint points(int plan, int suite, String... query) {
        return at("/Plans/" + plan + "/Suites/" + suite + "/points", query);
    }

    /** The test points of a suite and of those below it, of another area of the API. */
    public Endpoint pointsBelow(int plan, int suite, String... query) {
        String address = shown() + "/_apis/testplan/Plans/" + plan + "/Suites/" + suite + "/TestPoint";
        return new Endpoint(RestUrl.of(address, query), ApiVersions::points);
    }

    /** Work items of the collection, as far as there are any of these ids. */
    public Endpoint workItems(List<Integer> ids, String fields) {
        String listed = String.join(",", ids.stream().map(String::valueOf).toList());
        return ofItems(base + "/_apis/wit/workitems", "ids", listed, "fields", fields, "errorPolicy", "Omit");
    }

    /** Where items of the project are asked for by what is in them. */
    public Endpoint workItemQuery(int most) {
        return ofItems(shown() + "/_apis/wit/wiql", "$top", String.valueOf(most));
    }

    public Endpoint plan(int plan) {
        return at("/plans/" + plan);
    }

    public Endpoint suite(int plan, int suite) {
        return at("/plans/" + plan + "/suites/" + suite);
    }

    /** A build of the project, of another area of the API. */
    public Endpoint build(int id) {
        return new Endpoint(URI.create(shown() + "/_apis/build/builds/" + id), ApiVersions::builds);
    }

    public Endpoint workItem(int id, String... query) {
        return ofItems(base + "/_apis/wit/workitems/" + id, query);
    }

    /** What any collection answers, whether it has the item or not. */
    public Endpoint anyWorkItem() {
        return ofItems(base + "/_apis/wit/workitems", "ids", "1", "errorPolicy", "omit");
    }

    /** Where items of that type are made, which are the project's. */
    public Endpoint newWorkItem(String type) {
        return ofItems(shown() + "/_apis/wit/workitems/$" + RestUrl.encode(type));
    }

    /** Where it is tried whether an item of that type would be made. */
    public Endpoint trialOfNewWorkItem(String type) {
        return ofItems(newWorkItem(type).uri().toString(), "validateOnly", "true");
    }

    /** Where files are uploaded before a work item has them. */
    public Endpoint workItemFiles(String... query) {
        return ofItems(base + "/_apis/wit/attachments", query);
    }

    public Endpoint workItemFile(String attachmentId, String... query) {
        return ofItems(base + "/_apis/wit/attachments/" + RestUrl.encode(attachmentId), query);
    }

    /** The page of a run's results. */
    public String page(String runId) {
        return shown() + "/_TestManagement/Runs?runId=" + RestUrl.encode(runId) + "&_a=resultQuery";
    }

    /** The page of one result. */
    public String page(String runId, String resultId) {
        return shown() + "/_TestManagement/Runs?runId=" + RestUrl.encode(runId) + "&_a=resultSummary&resultId="
                + RestUrl.encode(resultId);
    }

    /** The page of a build. */
    public String buildPage(String buildId) {
        return shown() + "/_build/results?buildId=" + RestUrl.encode(buildId);
    }

    /** The page of a work item. */
    public String itemPage(int id) {
        return shown() + "/_workitems/edit/" + id;
    }

    private Endpoint at(String path, String... query) {
        return at(path, ApiVersions::runs, query);
    }

    private Endpoint at(String path, Function<ApiVersions, String> version, String... query) {
        return new Endpoint(RestUrl.of(shown() + "/_apis/test" + path, query), version);
    }

    private static Endpoint ofItems(String address, String... query) {
        return new Endpoint(RestUrl.of(address, query), ApiVersions::workItems);
    }
}
