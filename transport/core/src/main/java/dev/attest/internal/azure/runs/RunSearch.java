package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.Times;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a run of which it is not known whether it was created: by the marker in its comment, for which those of its
 * title may have to be fetched one by one, since lists may be without comments. Servers of 5.0 and later are <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/test/runs/query">queried</a> in windows of seven days, the
 * longest they allow; of others all runs are listed.
 */
final class RunSearch {

    private static final String PURPOSE = "look whether the test run was created already";
    private static final Duration WINDOW = Duration.ofDays(7).minusMinutes(1);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    /** One slice of a job may wait for its agent that much longer than another. */
    private static final Duration HOSTS_DIFFER = Duration.ofDays(1);
    /** Services delete runs of pipelines after 30 days by default. */
    private static final Duration FORGOTTEN = Duration.ofDays(60);

    private static final int LISTED = 100;

    private final AzureApi api;
    private final Clock clock;

    RunSearch(AzureApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Returns the run with all its members. */
    Optional<JsonValue> find(Run run, String name) throws NotDeliveredException {
        return find(run, name, 1).stream().findFirst();
    }

    /** Returns all that hosts created which know the same token, each with all its members. */
    List<JsonValue> findAll(Run run, String name) throws NotDeliveredException {
        return find(run, name, Integer.MAX_VALUE);
    }

    private List<JsonValue> find(Run run, String name, int most) throws NotDeliveredException {
        if (!api.versions().canQueryRuns()) {
            return list(run, name, most);
        }
        try {
            return query(run, name, most);
        } catch (NotDeliveredException e) {
            if (e.status() == 400 || e.status() == 405) {
                return list(run, name, most); // a question that this server does not understand
            }
            throw e;
        }
    }

    private List<JsonValue> query(Run run, String name, int most) throws NotDeliveredException {
        Instant until = clock.instant().plus(CLOCKS_DIFFER);
        Instant earliest = until.minus(FORGOTTEN);
        Instant from = run.started().minus(run.acrossHosts() ? HOSTS_DIFFER : CLOCKS_DIFFER);
        from = from.isBefore(earliest) ? earliest : from;
        Matches found = new Matches(run, most);
        do {
            Instant to = from.plus(WINDOW).isBefore(until) ? from.plus(WINDOW) : until;
            query(found, name, from, to);
            from = to;
        } while (!found.isFull() && from.isBefore(until));
        return found.runs();
    }

    private void query(Matches found, String name, Instant from, Instant to) throws NotDeliveredException {
        Set<String> pages = new HashSet<>();
        String page = "";
        while (!found.isFull() && pages.add(page)) {
            List<String> query = new ArrayList<>(
                    List.of("minLastUpdatedDate", Times.millis(from).toString()));
            query.addAll(List.of("maxLastUpdatedDate", Times.millis(to).toString()));
            query.addAll(List.of("isAutomated", "true", "runTitle", name, "$top", String.valueOf(LISTED)));
            query.addAll(page.isEmpty() ? List.of() : List.of("continuationToken", page));
            Reply reply = api.get(PURPOSE, api.urls().runs(query.toArray(String[]::new)));
            add(runs(reply), found, name);
            page = AzureApi.continuation(reply);
        }
    }

    /** Reads until a page brings nothing new: older servers give fewer runs than they are asked for. */
    private List<JsonValue> list(Run run, String name, int most) throws NotDeliveredException {
        Set<String> seen = new HashSet<>();
        Matches found = new Matches(run, most);
        boolean more = true;
        while (!found.isFull() && more) {
            List<String> query = new ArrayList<>(List.of("automated", "true", "includeRunDetails", "true"));
            query.addAll(List.of("$top", String.valueOf(LISTED), "$skip", String.valueOf(seen.size())));
            List<JsonValue> items = runs(api.get(PURPOSE, api.urls().runs(query.toArray(String[]::new))));
            add(items, found, name);
            more = seen.addAll(Reply.ids(items));
        }
        return found.runs();
    }

    private static List<JsonValue> runs(Reply reply) throws NotDeliveredException {
        return reply.list("value", "it lists no runs");
    }

    private void add(List<JsonValue> candidates, Matches found, String name) throws NotDeliveredException {
        for (JsonValue candidate : candidates) {
            boolean shallow = candidate.get("comment").text().isEmpty();
            boolean worthALook =
                    shallow && candidate.get("name").text().filter(name::equals).isPresent();
            if (!found.isFull()) {
                found.add(worthALook ? fetch(candidate) : candidate);
            }
        }
    }

    private JsonValue fetch(JsonValue candidate) throws NotDeliveredException {
        Optional<String> id = Reply.id(candidate);
        if (id.isEmpty()) {
            return candidate;
        }
        try {
            return api.get(PURPOSE, api.urls().run(id.get())).json();
        } catch (NotDeliveredException e) {
            if (e.status() == 404) {
                return candidate; // deleted since it was listed
            }
            throw e;
        }
    }
}
