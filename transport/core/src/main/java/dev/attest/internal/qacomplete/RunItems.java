package dev.attest.internal.qacomplete;

import dev.attest.internal.journal.event.Result;
import dev.attest.internal.json.JsonValue;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The items of a run and the attempts of their tests. Invocations of a method may share an item. Thread-safe. */
final class RunItems {

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

    /** Returns whether a report contains the result: not if all its tests are known to have passed or been skipped. */
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
