package dev.attest.internal.azure.bugs;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.internal.text.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Finds bugs of Attest by their tags. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/wit/wiql/query-by-wiql">Query By Wiql</a>.
 */
record BugSearch(AzureApi api, BugSettings settings) {

    /** The tag of each bug that Attest files. */
    static final String TAG = "attest";

    private static final int MAX_BUGS = 200;
    /** Keeps a reply with this many reproduction steps below the limit for replies. */
    private static final int PAGE_SIZE = 20;

    private static final Duration ZONES_DIFFER = Duration.ofDays(1);

    static String tag(String print) {
        return TAG + "-" + print;
    }

    /** Returns the oldest bug of that failure that is not closed. */
    Optional<Integer> open(String print) throws NotDeliveredException {
        List<String> closed = settings.closedStates();
        String notClosed = closed.isEmpty()
                ? ""
                : " AND [System.State] NOT IN ("
                        + String.join(
                                ", ", closed.stream().map(BugSearch::quoted).toList()) + ")";
        return query("[System.Tags] CONTAINS " + quoted(tag(print)) + notClosed + " ORDER BY [System.Id] ASC").stream()
                .findFirst();
    }

    /** Counts the bugs of a run by all JVMs: those since its creation whose steps link to it. Stops at the limit. */
    int filedIn(BugRun run, String steps) throws NotDeliveredException {
        LocalDate since = LocalDate.ofInstant(run.created().minus(ZONES_DIFFER), ZoneOffset.UTC);
        List<Integer> ids = query("[System.Tags] CONTAINS " + quoted(TAG) + " AND [System.CreatedDate] >= "
                + quoted(since.toString()) + " ORDER BY [System.Id] DESC");
        String page = Texts.html(api.urls().page(run.id()));
        int filed = 0;
        for (int from = 0; from < ids.size() && filed < settings.limit(); from += PAGE_SIZE) {
            List<Integer> some = ids.subList(from, Math.min(ids.size(), from + PAGE_SIZE));
            Reply reply = api.get("count the bugs of the run", api.urls().workItems(some, steps));
            filed += (int) reply.json().get("value").items().stream()
                    .filter(item ->
                            item.get("fields").get(steps).text().orElse("").contains(page))
                    .count();
        }
        return filed;
    }

    private List<Integer> query(String where) throws NotDeliveredException {
        String query = "SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project"
                + " AND [System.WorkItemType] = " + quoted(settings.type()) + " AND " + where;
        JsonText body = new JsonText().object().member("query", query).endObject();
        Reply reply =
                api.post("look for bugs that were filed before", api.urls().workItemQuery(MAX_BUGS), body);
        return Reply.ids(reply.list("workItems", "it lists no work items")).stream()
                .filter(id -> id.length() < 10)
                .map(Integer::valueOf)
                .toList();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
