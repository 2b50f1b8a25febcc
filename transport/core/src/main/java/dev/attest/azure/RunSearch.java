package dev.attest.azure;

import dev.attest.journal.event.Run;
import dev.attest.json.JsonValue;
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
    /** One slice of a job may wait for its agent that much longer than another. */
    private static final Duration HOSTS_DIFFER = Duration.ofDays(1);
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
        return find(run, name, versions, 1).stream().findFirst();
    }

    /** Returns all that hosts created which know the same token, each with all its members. */
    List<JsonValue> findAll(Run run, String name, Versions versions) throws NotDeliveredException {
        return find(run, name, versions, Integer.MAX_VALUE);
    }

    private List<JsonValue> find(Run run, String name, Versions versions, int most) throws NotDeliveredException {
        if (!versions.canQueryRuns()) {
            return list(run, name, versions, most);
        }
        try {
            return query(run, name, versions, most);
        } catch (NotDeliveredException e) {
            if (e.status() == 400 || e.status() == 405) {
                return list(run, name, versions, most); // a question that this server does not understand
            }
            throw e;
        }
    }

    private List<JsonValue> query(Run run, String name, Versions versions, int most) throws NotDeliveredException {
        Instant until = clock.instant().plus(CLOCKS_DIFFER);
        Instant earliest = until.minus(FORGOTTEN);
        Instant from = run.started().minus(run.acrossHosts() ? HOSTS_DIFFER : CLOCKS_DIFFER);
        from = from.isBefore(earliest) ? earliest : from;
        Matches found = new Matches(run, most);
        do {
            Instant to = from.plus(WINDOW).isBefore(until) ? from.plus(WINDOW) : until;
            query(found, name, versions, from, to);
            from = to;
        } while (!found.isFull() && from.isBefore(until));
        return found.runs();
    }

    private void query(Matches found, String name, Versions versions, Instant from, Instant to)
            throws NotDeliveredException {
        Set<String> pages = new HashSet<>();
        String page = "";
        while (!found.isFull() && pages.add(page)) {
            List<String> query = new ArrayList<>(
                    List.of("minLastUpdatedDate", Times.millis(from).toString()));
            query.addAll(List.of("maxLastUpdatedDate", Times.millis(to).toString()));
            query.addAll(List.of("isAutomated", "true", "runTitle", name, "$top", String.valueOf(LISTED)));
            query.addAll(page.isEmpty() ? List.of() : List.of("continuationToken", page));
            Reply reply = get(versions, query);
            add(reply.items(), found, name, versions);
            page = reply.continuation().orElse("");
        }
    }

    /** Reads until a page brings nothing new: older servers give fewer runs than they are asked for. */
    private List<JsonValue> list(Run run, String name, Versions versions, int most) throws NotDeliveredException {
        Set<String> seen = new HashSet<>();
        Matches found = new Matches(run, most);
        boolean more = true;
        while (!found.isFull() && more) {
            List<String> query = new ArrayList<>(List.of("automated", "true", "includeRunDetails", "true"));
            query.addAll(List.of("$top", String.valueOf(LISTED), "$skip", String.valueOf(seen.size())));
            List<JsonValue> items = get(versions, query).items();
            add(items, found, name, versions);
            more = seen.addAll(
                    items.stream().map(Reply::id).flatMap(Optional::stream).toList());
        }
        return found.runs();
    }

    private Reply get(Versions versions, List<String> query) throws NotDeliveredException {
        Reply reply = service.send(Call.get(PURPOSE, addresses.runs(query.toArray(String[]::new)), versions.runs()));
        if (!reply.json().get("value").isArray()) {
            throw service.unusable(reply, "it lists no runs");
        }
        return reply;
    }

    private void add(List<JsonValue> candidates, Matches found, String name, Versions versions)
            throws NotDeliveredException {
        for (JsonValue candidate : candidates) {
            boolean shallow = candidate.get("comment").text().isEmpty();
            boolean worthALook =
                    shallow && candidate.get("name").text().filter(name::equals).isPresent();
            if (!found.isFull()) {
                found.add(worthALook ? fetch(candidate, versions) : candidate);
            }
        }
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
