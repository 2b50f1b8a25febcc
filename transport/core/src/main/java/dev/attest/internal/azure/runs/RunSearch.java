package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.Endpoint;
import dev.attest.internal.azure.api.Times;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a run that may have been created, by the marker in its comment. Lists may omit comments, so runs with the same
 * title may have to be read one by one. Servers from 5.0 on are <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/test/runs/query">queried</a> in periods of seven days, the
 * longest that they allow. Older servers list all runs. An instance serves one search.
 */
final class RunSearch {

    private static final String PURPOSE = "look whether the test run was created already";
    private static final String NO_LIST = "it lists no runs";
    private static final Duration PERIOD = Duration.ofDays(7).minusMinutes(1);
    private static final String PAGE_SIZE = "100";

    private final AzureApi api;
    private final Clock clock;
    private final Run run;
    private final String name;
    private final int max;
    private final Map<String, JsonValue> foundById = new LinkedHashMap<>();

    /** @param name title of the run at the service */
    RunSearch(AzureApi api, Clock clock, Run run, String name, int max) {
        this.api = api;
        this.clock = clock;
        this.run = run;
        this.name = name;
        this.max = max;
    }

    /** Returns the runs that were created with the same token, with all their members and id, up to the maximum. */
    List<JsonValue> find() throws NotDeliveredException {
        if (api.versions().canQueryRuns()) {
            try {
                query();
                return List.copyOf(foundById.values());
            } catch (NotDeliveredException e) {
                if (e.status() != 400 && e.status() != 405) {
                    throw e;
                }
                foundById.clear(); // this server does not support the query
            }
        }
        list();
        return List.copyOf(foundById.values());
    }

    /**
     * Searches by the clock of the service, and by the local one, because it is unknown which of them is wrong. Runs of
     * a service that does not tell its time are listed.
     */
    private void query() throws NotDeliveredException {
        SearchWindow local = SearchWindow.byLocalClock(run, clock.instant());
        query(local);
        if (foundById.size() == max) {
            return;
        }
        Optional<Instant> now = api.client().serviceTime();
        if (now.isEmpty()) {
            list();
            return;
        }
        SearchWindow service = SearchWindow.byService(run, now.get(), clock.instant());
        if (!local.covers(service)) {
            query(service);
        }
    }

    private void query(SearchWindow window) throws NotDeliveredException {
        Instant from = window.from();
        do {
            Instant to = from.plus(PERIOD).isBefore(window.until()) ? from.plus(PERIOD) : window.until();
            Endpoint period = api.urls()
                    .runs("minLastUpdatedDate", Times.millis(from).toString())
                    .with("maxLastUpdatedDate", Times.millis(to).toString())
                    .with("isAutomated", "true")
                    .with("runTitle", name)
                    .with("$top", PAGE_SIZE);
            api.readPagesByToken(PURPOSE, period, NO_LIST, this::addMatches);
            from = to;
        } while (foundById.size() < max && from.isBefore(window.until()));
    }

    private void list() throws NotDeliveredException {
        Endpoint all = api.urls().runs("automated", "true", "includeRunDetails", "true", "$top", PAGE_SIZE);
        AzureApi.readPagesByPosition(
                position -> api.get(PURPOSE, all.with("$skip", position)).list("value", NO_LIST), this::addMatches);
    }

    /** Adds the runs with the marker in their comment, up to the maximum. Returns whether further runs may follow. */
    private boolean addMatches(List<JsonValue> candidates) throws NotDeliveredException {
        for (JsonValue candidate : candidates) {
            if (foundById.size() == max) {
                return false;
            }
            boolean withoutComment = candidate.get("comment").text().isEmpty();
            boolean possibleMatch = withoutComment
                    && candidate.get("name").text().filter(name::equals).isPresent();
            JsonValue found = possibleMatch ? fetch(candidate) : candidate;
            if (found.get("comment").text().orElse("").contains(RunComment.marker(run))) {
                Reply.id(found).ifPresent(id -> foundById.putIfAbsent(id, found));
            }
        }
        return foundById.size() < max;
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
