package dev.attest.internal.qacomplete;

import dev.attest.internal.journal.event.Result;
import dev.attest.internal.json.JsonValue;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of a run, and what is known here about the tests that they stand for: several, where invocations of one
 * method share an item. Thread-safe.
 */
final class RunItems {

    private final Map<String, Item> byId = new LinkedHashMap<>();
    private final Map<String, Map<TestId, List<Result>>> told = new LinkedHashMap<>();
    private final Map<String, String> statuses = new LinkedHashMap<>();

    RunItems(Collection<JsonValue> items) {
        items.stream().map(Item::of).flatMap(Optional::stream).forEach(item -> byId.put(item.id(), item));
    }

    Collection<Item> all() {
        return List.copyOf(byId.values());
    }

    /** Returns the items of a result, whose id is made of theirs. */
    List<Item> of(String resultId) {
        List<Item> items = new ArrayList<>();
        for (String id : resultId.split(",", -1)) {
            Item item = byId.get(id);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    /** Returns the id of a result; empty where nothing stands for its test. */
    static String idOf(Collection<Item> items) {
        return String.join(",", new LinkedHashSet<>(items.stream().map(Item::id).toList()));
    }

    /** Notes the attempts at a test, all of them. */
    synchronized void note(Item item, List<Result> attempts) {
        told.computeIfAbsent(item.id(), id -> new LinkedHashMap<>())
                .put(attempts.get(0).test().id(), List.copyOf(attempts));
    }

    synchronized Collection<List<Result>> told(Item item) {
        return List.copyOf(told.getOrDefault(item.id(), Map.of()).values());
    }

    /**
     * Returns whether a report tells of the result: not of one that is known to be of tests that passed or were
     * skipped.
     */
    synchronized boolean isReported(String resultId) {
        List<Result> results = of(resultId).stream()
                .flatMap(item -> told(item).stream())
                .map(attempts -> attempts.get(attempts.size() - 1))
                .toList();
        return results.isEmpty() || results.stream().anyMatch(RunItems::didNotPass);
    }

    private static boolean didNotPass(Result result) {
        return result.outcome() != Outcome.PASSED && result.outcome() != Outcome.SKIPPED;
    }

    /** Notes what the service was told that an item is. */
    synchronized void sent(Item item, String status) {
        statuses.put(item.id(), status);
    }

    /** Returns what the service was told, by the id of the item. */
    synchronized Map<String, String> sent() {
        return new LinkedHashMap<>(statuses);
    }
}
