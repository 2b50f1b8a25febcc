package dev.attest.azure;

import dev.attest.config.AzureSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where things are, under {@code {organization or collection}/{project}/_apis/test}; work items are the collection's.
 *
 * @param base organization or collection, without a slash at its end
 * @param project name or id, encoded
 */
record Addresses(String base, String project) {

    static Addresses of(AzureSettings settings) {
        URI url = settings.url();
        String authority = url.getRawAuthority() == null ? "" : url.getRawAuthority();
        String path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
        String base = url.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1) + path;
        return new Addresses(base, encode(settings.project()));
    }

    String shown() {
        return base + "/" + project;
    }

    /** Where the service tells which versions it speaks; of no project. */
    URI area() {
        return URI.create(base + "/_apis/test");
    }

    /** @param query names and values by turns */
    URI runs(String... query) {
        return at("/runs", query);
    }

    URI run(String runId, String... query) {
        return at("/runs/" + encode(runId), query);
    }

    URI results(String runId, String... query) {
        return at("/runs/" + encode(runId) + "/results", query);
    }

    URI result(String runId, String resultId, String... query) {
        return at("/runs/" + encode(runId) + "/results/" + encode(resultId), query);
    }

    URI attachments(AttachmentOwner owner) {
        String result = owner.resultId() == null ? "" : "/results/" + encode(owner.resultId());
        String path = "/runs/" + encode(owner.runId()) + result + "/attachments";
        return owner.attemptId() == null ? at(path) : at(path, "testSubResultId", owner.attemptId());
    }

    /** Where test points are asked for by their test cases. */
    URI points(String... query) {
        return at("/points", query);
    }

    /** The test points of a suite itself. */
    URI points(int plan, int suite, String... query) {
        return at("/Plans/" + plan + "/Suites/" + suite + "/points", query);
    }

    /** The test points of a suite and of those below it, of another area of the API. */
    URI pointsBelow(int plan, int suite, String... query) {
        return asked(shown() + "/_apis/testplan/Plans/" + plan + "/Suites/" + suite + "/TestPoint", query);
    }

    /** Work items of the collection, as far as there are any of these ids. */
    URI workItems(List<Integer> ids, String fields) {
        String listed = String.join(",", ids.stream().map(String::valueOf).toList());
        return asked(base + "/_apis/wit/workitems", "ids", listed, "fields", fields, "errorPolicy", "Omit");
    }

    /** Where items of the project are asked for by what is in them. */
    URI workItemQuery(int most) {
        return asked(shown() + "/_apis/wit/wiql", "$top", String.valueOf(most));
    }

    URI plan(int plan) {
        return at("/plans/" + plan);
    }

    URI suite(int plan, int suite) {
        return at("/plans/" + plan + "/suites/" + suite);
    }

    /** A build of the project, of another area of the API. */
    URI build(int id) {
        return URI.create(shown() + "/_apis/build/builds/" + id);
    }

    URI workItem(int id, String... query) {
        return asked(base + "/_apis/wit/workitems/" + id, query);
    }

    /** What any collection answers, whether it has the item or not. */
    URI anyWorkItem() {
        return asked(base + "/_apis/wit/workitems", "ids", "1", "errorPolicy", "omit");
    }

    /** Where items of that type are made, which are the project's. */
    URI newWorkItem(String type) {
        return asked(shown() + "/_apis/wit/workitems/$" + encode(type));
    }

    /** Where it is tried whether an item of that type would be made. */
    URI trialOfNewWorkItem(String type) {
        return asked(newWorkItem(type).toString(), "validateOnly", "true");
    }

    /** Where files are uploaded before a work item has them. */
    URI workItemFiles(String... query) {
        return asked(base + "/_apis/wit/attachments", query);
    }

    URI workItemFile(String attachmentId, String... query) {
        return asked(base + "/_apis/wit/attachments/" + encode(attachmentId), query);
    }

    /** The page of a run's results. */
    String page(String runId) {
        return shown() + "/_TestManagement/Runs?runId=" + encode(runId) + "&_a=resultQuery";
    }

    /** The page of one result. */
    String page(String runId, String resultId) {
        return shown() + "/_TestManagement/Runs?runId=" + encode(runId) + "&_a=resultSummary&resultId="
                + encode(resultId);
    }

    /** The page of a build. */
    String buildPage(String buildId) {
        return shown() + "/_build/results?buildId=" + encode(buildId);
    }

    /** The page of a work item. */
    String itemPage(int id) {
        return shown() + "/_workitems/edit/" + id;
    }

    private URI at(String path, String... query) {
        return asked(shown() + "/_apis/test" + path, query);
    }

    private static URI asked(String address, String... query) {
        StringBuilder uri = new StringBuilder(address);
        for (int i = 0; i < query.length; i += 2) {
            uri.append(i == 0 ? '?' : '&').append(query[i]).append('=').append(encode(query[i + 1]));
        }
        return URI.create(uri.toString());
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }
}
