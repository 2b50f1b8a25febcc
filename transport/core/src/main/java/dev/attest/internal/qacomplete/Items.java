package dev.attest.internal.qacomplete;

import dev.attest.internal.config.setting.StatusNames;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Updates the items of runs with the outcomes of their tests. A repeated update does no harm: the last one counts, and
 * updates are sent in the order of the journal.
 */
final class Items {

    private final QaCompleteApi api;
    private final TestMatching matching;
    private final StatusNames names;
    private final Map<String, RunItems> byRun = new ConcurrentHashMap<>();

    Items(QaCompleteApi api, TestMatching matching, StatusNames names) {
        this.api = api;
        this.matching = matching;
        this.names = names;
    }

    /** Returns the items of a run. They never change and are read once. */
    RunItems of(String runId) throws NotDeliveredException {
        RunItems known = byRun.get(runId);
        if (known != null) {
            return known;
        }
        RunItems read = new RunItems(read(runId));
        RunItems other = byRun.putIfAbsent(runId, read);
        return other == null ? read : other;
    }

    Accepted deliver(String runId, List<Result> results) throws NotDeliveredException {
        RunItems items = of(runId);
        List<String> ids = new ArrayList<>();
        Set<Item> changed = new LinkedHashSet<>();
        for (Result result : results) {
            List<Item> found = matching.match(result.test(), items.all());
            found.forEach(item -> items.record(item, List.of(result)));
            changed.addAll(found);
            ids.add(RunItems.idOf(found));
        }
        return Accepted.of(ids, update(runId, items, changed));
    }

    /** The service stores one outcome for a test, so the text of the update lists the earlier attempts. */
    Accepted append(String runId, List<RetriedRow> rows) throws NotDeliveredException {
        RunItems items = of(runId);
        List<String> ids = new ArrayList<>();
        Set<Item> changed = new LinkedHashSet<>();
        for (RetriedRow row : rows) {
            for (Item item : items.of(row.resultId())) {
                items.record(item, row.attempts());
                changed.add(item);
            }
            row.missing().forEach(attempt -> ids.add(""));
        }
        return Accepted.of(ids, update(runId, items, changed));
    }

    /** Returns a sentence for each item whose status differs from the one that was sent. */
    List<String> differences(String runId) throws NotDeliveredException {
        Map<String, String> sent = of(runId).sent();
        List<String> differences = new ArrayList<>();
        if (sent.isEmpty()) {
            return differences;
        }
        for (Item item : new RunItems(read(runId)).all()) {
            String expected = sent.get(item.id());
            if (expected != null && !expected.equalsIgnoreCase(item.status())) {
                differences.add(
                        "QAComplete shows item " + item.id() + " (" + item.name() + ") of run " + runId + " as \""
                                + item.status() + "\", although it was told \"" + expected
                                + "\". Somebody changed it, or attest.qacomplete.statuses names what the project does not know.");
            }
        }
        return differences;
    }

    private Duration update(String runId, RunItems items, Set<Item> changed) throws NotDeliveredException {
        Duration pause = Duration.ZERO;
        for (Item item : changed) {
            ItemUpdate update = new ItemUpdate(item, items.attempts(item), names);
            Reply reply = update(runId, item, update);
            items.sent(item, update.status());
            pause = pause.compareTo(reply.pause()) < 0 ? reply.pause() : pause;
        }
        return pause;
    }

    private Reply update(String runId, Item item, ItemUpdate update) throws NotDeliveredException {
        String purpose = "say how item " + item.id() + " (" + item.name() + ") ended";
        Resource resource = api.urls().item(runId, item.id());
        try {
            return api.patch(purpose, resource, update.json(true));
        } catch (NotDeliveredException e) {
            if (e.status() == 400 && item.steps().isEmpty()) {
                return api.patch(purpose, resource, update.json(false)); // this server does not allow new steps
            }
            throw e;
        }
    }

    private List<JsonValue> read(String runId) throws NotDeliveredException {
        return api.list("look which tests the run has", query -> api.urls().items(runId, query));
    }

    /** The items of a run and the attempts of their tests. Invocations of a method may share an item. Thread-safe. */
    static final class RunItems {

        private final Map<String, Item> byId = new LinkedHashMap<>();
        private final Map<String, Map<TestId, List<Result>>> attemptsByTest = new LinkedHashMap<>();
        private final Map<String, String> statuses = new LinkedHashMap<>();

        RunItems(Collection<JsonValue> items) {
            items.stream().map(Item::of).flatMap(Optional::stream).forEach(item -> byId.put(item.id(), item));
        }

        Collection<Item> all() {
            return List.copyOf(byId.values());
        }

        /** Returns the items of a result, whose id is the list of their ids. */
        List<Item> of(String resultId) {
            return Stream.of(resultId.split(",", -1))
                    .filter(byId::containsKey)
                    .map(byId::get)
                    .toList();
        }

        /** Returns the id of a result with these items; empty without items. */
        static String idOf(Collection<Item> items) {
            return items.stream().map(Item::id).distinct().collect(Collectors.joining(","));
        }

        /** Records all attempts of a test. */
        synchronized void record(Item item, List<Result> attempts) {
            attemptsByTest
                    .computeIfAbsent(item.id(), id -> new LinkedHashMap<>())
                    .put(attempts.get(0).test().id(), List.copyOf(attempts));
        }

        synchronized Collection<List<Result>> attempts(Item item) {
            return List.copyOf(attemptsByTest.getOrDefault(item.id(), Map.of()).values());
        }

        /**
         * Returns whether a report contains the result: not if all its tests are known to have passed or been skipped.
         */
        synchronized boolean isReported(String resultId) {
            List<Result> results = of(resultId).stream()
                    .flatMap(item -> attempts(item).stream())
                    .map(attempts -> attempts.get(attempts.size() - 1))
                    .toList();
            return results.isEmpty() || results.stream().anyMatch(RunItems::didNotPass);
        }

        private static boolean didNotPass(Result result) {
            return result.outcome() != Outcome.PASSED && result.outcome() != Outcome.SKIPPED;
        }

        synchronized void sent(Item item, String status) {
            statuses.put(item.id(), status);
        }

        synchronized Map<String, String> sent() {
            return new LinkedHashMap<>(statuses);
        }
    }
}
