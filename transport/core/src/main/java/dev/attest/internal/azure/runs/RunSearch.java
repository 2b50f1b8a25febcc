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
 * href="https://learn.microsoft.com/rest/api/azure/devops/test/runs/query">queried</a> in windows of seven days, the
 * longest that they allow. Older servers list all runs.
 */
record RunSearch(AzureApi api, Clock clock) {

    private static final String PURPOSE = "look whether the test run was created already";
    private static final String NO_LIST = "it lists no runs";
    private static final Duration WINDOW = Duration.ofDays(7).minusMinutes(1);
    private static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofHours(1);
    /** The jobs of a sliced build may start that far apart. */
    private static final Duration MAX_HOST_DELAY = Duration.ofDays(1);
    /** The maximum age of a run. Services delete runs of pipelines after 30 days by default. */
    private static final Duration MAX_AGE = Duration.ofDays(60);

    private static final String PAGE_SIZE = "100";

    /** Returns the runs that were created with the same token, with all their members and id, up to a maximum. */
    List<JsonValue> find(Run run, String name, int max) throws NotDeliveredException {
        if (!api.versions().canQueryRuns()) {
            return list(new Matches(run, name, max));
        }
        try {
            return query(run, new Matches(run, name, max));
        } catch (NotDeliveredException e) {
            if (e.status() == 400 || e.status() == 405) {
                return list(new Matches(run, name, max)); // this server does not support the query
            }
            throw e;
        }
    }

    private List<JsonValue> query(Run run, Matches found) throws NotDeliveredException {
        Instant until = clock.instant().plus(MAX_CLOCK_DIFFERENCE);
        Instant earliest = until.minus(MAX_AGE);
        Instant from = run.started().minus(run.acrossHosts() ? MAX_HOST_DELAY : MAX_CLOCK_DIFFERENCE);
        from = from.isBefore(earliest) ? earliest : from;
        do {
            Instant to = from.plus(WINDOW).isBefore(until) ? from.plus(WINDOW) : until;
            Endpoint window = api.urls()
                    .runs("minLastUpdatedDate", Times.millis(from).toString())
                    .with("maxLastUpdatedDate", Times.millis(to).toString())
                    .with("isAutomated", "true")
                    .with("runTitle", found.name)
                    .with("$top", PAGE_SIZE);
            api.readPages(PURPOSE, window, NO_LIST, page -> addTo(found, page));
            from = to;
        } while (!found.isFull() && from.isBefore(until));
        return found.runs();
    }

    private List<JsonValue> list(Matches found) throws NotDeliveredException {
        Endpoint all = api.urls().runs("automated", "true", "includeRunDetails", "true", "$top", PAGE_SIZE);
        AzureApi.readPages(
                position -> api.get(PURPOSE, all.with("$skip", position)).list("value", NO_LIST),
                page -> addTo(found, page));
        return found.runs();
    }

    /** Returns whether further runs may match. */
    private boolean addTo(Matches found, List<JsonValue> candidates) throws NotDeliveredException {
        for (JsonValue candidate : candidates) {
            boolean withoutComment = candidate.get("comment").text().isEmpty();
            boolean possibleMatch = withoutComment
                    && candidate.get("name").text().filter(found.name::equals).isPresent();
            if (!found.isFull()) {
                found.add(possibleMatch ? fetch(candidate) : candidate);
            }
        }
        return !found.isFull();
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
        private final String name;
        private final int max;
        private final Map<String, JsonValue> byId = new LinkedHashMap<>();

        Matches(Run run, String name, int max) {
            this.marker = RunCreation.marker(run);
            this.name = name;
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
