package dev.attest.azure;

import dev.attest.json.JsonValue;
import dev.attest.model.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a run of which it is not known whether it was created: by the marker in its comment, for which those
 * of its title may have to be fetched one by one, since lists may be without comments. Servers of 5.0 and later are
 * <a href="https://learn.microsoft.com/rest/api/azure/devops/test/runs/query">queried</a> in windows of seven days, the
 * longest they allow; of others all runs are listed.
 */
final class RunSearch {

    private static final String PURPOSE = "look whether the test run was created already";
    private static final Duration WINDOW = Duration.ofDays(7).minusMinutes(1);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    /** Services delete runs of pipelines after 30 days by default. */
    private static final Duration FORGOTTEN = Duration.ofDays(60);

    private static final int LISTED = 100;

    private final Service service;
    private final Addresses addresses;
    private final Clock clock;

    RunSearch(Service service, Addresses addresses, Clock clock) {
        this.service = service;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Returns the run with all its members. */
    Optional<JsonValue> find(Run run, String name, Versions versions) throws NotDeliveredException {
        if (!versions.canQueryRuns()) {
            return list(run, name, versions);
        }
        try {
            return query(run, name, versions);
        } catch (NotDeliveredException e) {
            if (e.status() == 400 || e.status() == 405) {
                return list(run, name, versions); // a question that this server does not understand
            }
            throw e;
        }
    }

    private Optional<JsonValue> query(Run run, String name, Versions versions) throws NotDeliveredException {
        Instant until = clock.instant().plus(CLOCKS_DIFFER);
        Instant earliest = until.minus(FORGOTTEN);
        Instant from = run.started().minus(CLOCKS_DIFFER);
        from = from.isBefore(earliest) ? earliest : from;
        Optional<JsonValue> found = Optional.empty();
        do {
            Instant to = from.plus(WINDOW).isBefore(until) ? from.plus(WINDOW) : until;
            found = query(run, name, versions, from, to);
            from = to;
        } while (found.isEmpty() && from.isBefore(until));
        return found;
    }

    private Optional<JsonValue> query(Run run, String name, Versions versions, Instant from, Instant to)
            throws NotDeliveredException {
        Set<String> pages = new HashSet<>();
        Optional<JsonValue> found = Optional.empty();
        String page = "";
        while (found.isEmpty() && pages.add(page)) {
            List<String> query = new ArrayList<>(
                    List.of("minLastUpdatedDate", Times.millis(from).toString()));
            query.addAll(List.of("maxLastUpdatedDate", Times.millis(to).toString()));
            query.addAll(List.of("isAutomated", "true", "runTitle", name, "$top", String.valueOf(LISTED)));
            query.addAll(page.isEmpty() ? List.of() : List.of("continuationToken", page));
            Reply reply = get(versions, query);
            found = among(reply.items(), run, name, versions);
            page = reply.continuation().orElse("");
        }
        return found;
    }

    /** Reads until a page brings nothing new: older servers give fewer runs than they are asked for. */
    private Optional<JsonValue> list(Run run, String name, Versions versions) throws NotDeliveredException {
        Set<String> seen = new HashSet<>();
        Optional<JsonValue> found = Optional.empty();
        boolean more = true;
        while (found.isEmpty() && more) {
            List<String> query = new ArrayList<>(List.of("automated", "true", "includeRunDetails", "true"));
            query.addAll(List.of("$top", String.valueOf(LISTED), "$skip", String.valueOf(seen.size())));
            List<JsonValue> items = get(versions, query).items();
            found = among(items, run, name, versions);
            more = seen.addAll(
                    items.stream().map(Reply::id).flatMap(Optional::stream).toList());
        }
        return found;
    }

    private Reply get(Versions versions, List<String> query) throws NotDeliveredException {
        Reply reply = service.send(Call.get(PURPOSE, addresses.runs(query.toArray(String[]::new)), versions.runs()));
        if (!reply.json().get("value").isArray()) {
            throw service.unusable(reply, "it lists no runs");
        }
        return reply;
    }

    private Optional<JsonValue> among(List<JsonValue> candidates, Run run, String name, Versions versions)
            throws NotDeliveredException {
        for (JsonValue candidate : candidates) {
            JsonValue whole = candidate;
            boolean shallow = candidate.get("comment").text().isEmpty();
            if (shallow && candidate.get("name").text().filter(name::equals).isPresent()) {
                whole = fetch(candidate, versions);
            }
            if (whole.get("comment").text().orElse("").contains(RunCreation.marker(run))) {
                return Optional.of(whole);
            }
        }
        return Optional.empty();
    }

    private JsonValue fetch(JsonValue candidate, Versions versions) throws NotDeliveredException {
        Optional<String> id = Reply.id(candidate);
        if (id.isEmpty()) {
            return candidate;
        }
        try {
            return service.send(Call.get(PURPOSE, addresses.run(id.get()), versions.runs()))
                    .json();
        } catch (NotDeliveredException e) {
            if (e.status() == 404) {
                return candidate; // deleted since it was listed
            }
            throw e;
        }
    }
}
