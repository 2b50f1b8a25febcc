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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a run that may have been created, by the marker in its comment. Lists may omit comments, so runs with the same
 * title may have to be read one by one. Servers from 5.0 on are <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/test/runs/query">queried</a> in windows of seven days, the
 * longest that they allow. Older servers list all runs.
 */
record RunSearch(AzureApi api, Clock clock) {

    private static final String PURPOSE = "look whether the test run was created already";
    private static final Duration WINDOW = Duration.ofDays(7).minusMinutes(1);
    private static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofHours(1);
    /** The jobs of a sliced build may start that far apart. */
    private static final Duration MAX_HOST_DELAY = Duration.ofDays(1);
    /** The maximum age of a run. Services delete runs of pipelines after 30 days by default. */
    private static final Duration MAX_AGE = Duration.ofDays(60);

    private static final int PAGE_SIZE = 100;

    /** Returns the run with all its members. */
    Optional<JsonValue> find(Run run, String name) throws NotDeliveredException {
        return find(run, name, 1).stream().findFirst();
    }

    /** Returns the runs that hosts created with the same token, with all their members. */
    List<JsonValue> findAll(Run run, String name) throws NotDeliveredException {
        return find(run, name, Integer.MAX_VALUE);
    }

    private List<JsonValue> find(Run run, String name, int max) throws NotDeliveredException {
        if (!api.versions().canQueryRuns()) {
            return list(run, name, max);
        }
        try {
            return query(run, name, max);
        } catch (NotDeliveredException e) {
            if (e.status() == 400 || e.status() == 405) {
                return list(run, name, max); // this server does not support the query
            }
            throw e;
        }
    }

    private List<JsonValue> query(Run run, String name, int max) throws NotDeliveredException {
        Instant until = clock.instant().plus(MAX_CLOCK_DIFFERENCE);
        Instant earliest = until.minus(MAX_AGE);
        Instant from = run.started().minus(run.acrossHosts() ? MAX_HOST_DELAY : MAX_CLOCK_DIFFERENCE);
        from = from.isBefore(earliest) ? earliest : from;
        Matches found = new Matches(run, max);
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
            query.addAll(List.of("isAutomated", "true", "runTitle", name, "$top", String.valueOf(PAGE_SIZE)));
            query.addAll(page.isEmpty() ? List.of() : List.of("continuationToken", page));
            Reply reply = api.get(PURPOSE, api.urls().runs(query.toArray(String[]::new)));
            add(runs(reply), found, name);
            page = AzureApi.continuation(reply);
        }
    }

    /** Reads pages until one contains nothing new, because older servers return fewer runs than requested. */
    private List<JsonValue> list(Run run, String name, int max) throws NotDeliveredException {
        Set<String> seen = new HashSet<>();
        Matches found = new Matches(run, max);
        boolean more = true;
        while (!found.isFull() && more) {
            List<String> query = new ArrayList<>(List.of("automated", "true", "includeRunDetails", "true"));
            query.addAll(List.of("$top", String.valueOf(PAGE_SIZE), "$skip", String.valueOf(seen.size())));
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
            boolean withoutComment = candidate.get("comment").text().isEmpty();
            boolean possibleMatch = withoutComment
                    && candidate.get("name").text().filter(name::equals).isPresent();
            if (!found.isFull()) {
                found.add(possibleMatch ? fetch(candidate) : candidate);
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

    /** The runs with the marker of a run in their comment, without duplicates and up to a maximum. */
    private static final class Matches {

        private final String marker;
        private final int max;
        private final Map<String, JsonValue> byId = new LinkedHashMap<>();

        Matches(Run run, int max) {
            this.marker = RunCreation.marker(run);
            this.max = max;
        }

        boolean isFull() {
            return byId.size() >= max;
        }

        void add(JsonValue run) {
            if (run.get("comment").text().orElse("").contains(marker)) {
                Reply.id(run).ifPresent(id -> byId.putIfAbsent(id, run));
            }
        }

        List<JsonValue> runs() {
            return List.copyOf(byId.values());
        }
    }
}
