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
 * The rows that a run has. A row is known by its test and by when that began: several JVMs may run the same test in one
 * run, as modules do with tests that they share.
 */
final class KeptRows {

    /** Servers that keep times in the {@code datetime} of SQL Server round them to 3 ms. */
    private static final Duration ROUNDING = Duration.ofMillis(5);

    private final Map<String, Map<String, Optional<Instant>>> startsByTest = new HashMap<>();

    /** Takes a row from a list; what has no test was not made by us. */
    void add(String id, JsonValue row) {
        row.get("automatedTestId")
                .text()
                .ifPresent(test -> startsByTest
                        .computeIfAbsent(test.toLowerCase(Locale.ROOT), any -> new LinkedHashMap<>())
                        .put(id, row.get("startedDate").text().flatMap(Times::parse)));
    }

    /** Takes out the id of the row that was made of this one; null if there is none. */
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
