package dev.attest.internal.azure.results;

import dev.attest.internal.azure.api.Times;
import dev.attest.internal.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The results that a run has. A result is identified by its test and its start, because several JVMs may run the same
 * test in one run.
 */
final class ExistingRows {

    /** Servers that store times as {@code datetime} of SQL Server round them to 3 ms. */
    private static final Duration ROUNDING = Duration.ofMillis(5);

    private final Map<String, Map<String, Optional<Instant>>> startsByTest = new HashMap<>();

    /** Adds a listed result. One without a test was not created by Attest. */
    void add(String id, JsonValue row) {
        row.get("automatedTestId")
                .text()
                .ifPresent(test -> startsByTest
                        .computeIfAbsent(test.toLowerCase(Locale.ROOT), any -> new LinkedHashMap<>())
                        .put(id, row.get("startedDate").text().flatMap(Times::parse)));
    }

    /** Removes and returns the id of the result that was created from this row, or null if there is none. */
    @Nullable
    String take(ResultRow row) {
        Iterator<Map.Entry<String, Optional<Instant>>> candidates = startsByTest
                .getOrDefault(row.test().id(), new HashMap<>())
                .entrySet()
                .iterator();
        while (candidates.hasNext()) {
            Map.Entry<String, Optional<Instant>> candidate = candidates.next();
            if (candidate.getValue().map(started -> isSame(started, row)).orElse(true)) {
                candidates.remove();
                return candidate.getKey();
            }
        }
        return null;
    }

    private static boolean isSame(Instant started, ResultRow row) {
        return Duration.between(started, row.startedDate()).abs().compareTo(ROUNDING) <= 0;
    }
}
