package dev.attest.azure;

import dev.attest.config.BugSettings;
import dev.attest.json.Json;
import dev.attest.text.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds bugs that were filed before, by their tags. See
 * <a href="https://learn.microsoft.com/rest/api/azure/devops/wit/wiql/query-by-wiql">Query By Wiql</a>.
 */
final class BugSearch {

    /** On all bugs that were filed, whatever else is on them. */
    static final String TAG = "attest";

    private static final int MOST = 200;
    /** So many repro steps, with their traces, are no more than what is read of a reply. */
    private static final int READ_AT_ONCE = 20;

    private static final Duration CLOCKS_AND_ZONES_DIFFER = Duration.ofDays(1);

    private final WorkItemArea area;
    private final Addresses addresses;
    private final BugSettings settings;

    BugSearch(WorkItemArea area, Addresses addresses, BugSettings settings) {
        this.area = area;
        this.addresses = addresses;
        this.settings = settings;
    }

    /** Returns the tag of all bugs of that failure. */
    static String tag(String print) {
        return TAG + "-" + print;
    }

    /** Returns the first bug of that failure that is not over. */
    Optional<Integer> open(String print, Versions versions) throws NotDeliveredException {
        List<String> closed = settings.closedStates();
        String notClosed = closed.isEmpty()
                ? ""
                : " AND [System.State] NOT IN ("
                        + String.join(
                                ", ", closed.stream().map(BugSearch::quoted).toList()) + ")";
        return query("[System.Tags] CONTAINS " + quoted(tag(print)) + notClosed + " ORDER BY [System.Id] ASC", versions)
                .stream()
                .findFirst();
    }

    /**
     * Returns how many were filed in a run, by whatever JVM: those that name it among what was filed since it began. Does
     * not count on from the limit.
     */
    int filedIn(BugRun run, String steps, Versions versions) throws NotDeliveredException {
        LocalDate since = LocalDate.ofInstant(run.started().minus(CLOCKS_AND_ZONES_DIFFER), ZoneOffset.UTC);
        List<Integer> ids = query(
                "[System.Tags] CONTAINS " + quoted(TAG) + " AND [System.CreatedDate] >= " + quoted(since.toString())
                        + " ORDER BY [System.Id] DESC",
                versions);
        String page = Texts.html(addresses.page(run.id()));
        int filed = 0;
        for (int from = 0; from < ids.size() && filed < settings.limit(); from += READ_AT_ONCE) {
            List<Integer> some = ids.subList(from, Math.min(ids.size(), from + READ_AT_ONCE));
            Reply reply = area.send(
                    Call.get("count the bugs of the run", addresses.workItems(some, steps), versions.workItems()),
                    versions);
            filed += (int) reply.items().stream()
                    .filter(item ->
                            item.get("fields").get(steps).text().orElse("").contains(page))
                    .count();
        }
        return filed;
    }

    private List<Integer> query(String where, Versions versions) throws NotDeliveredException {
        String query = "SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project"
                + " AND [System.WorkItemType] = " + quoted(settings.type()) + " AND " + where;
        Reply reply = area.send(
                Call.post(
                        "look for bugs that were filed before",
                        addresses.workItemQuery(MOST),
                        versions.workItems(),
                        Json.write(Map.of("query", query))),
                versions);
        if (!reply.json().get("workItems").isArray()) {
            throw area.unusable(reply, "it lists no work items");
        }
        return reply.json().get("workItems").items().stream()
                .map(Reply::id)
                .flatMap(Optional::stream)
                .filter(id -> id.length() < 10)
                .map(Integer::valueOf)
                .toList();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
