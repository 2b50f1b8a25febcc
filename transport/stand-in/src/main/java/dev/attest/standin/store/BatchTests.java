package dev.attest.standin.store;

import dev.attest.standin.store.ResultStore.ResultDraft;
import dev.attest.standin.store.ResultStore.ResultRow;
import dev.attest.standin.store.TestStore.TestKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The tests of the results that one request adds or changes. They are looked up together. */
final class BatchTests {

    private final Handle handle;
    private final ResultRun run;
    private final Map<TestKey, Integer> known;
    private final Map<Integer, TestKey> keys = new HashMap<>();
    private final Set<Integer> added = new HashSet<>();

    /** Creates a batch without tests. It looks up those whose ids are not known. */
    BatchTests(Handle handle, ResultRun run, Map<TestKey, Integer> known) {
        this.handle = handle;
        this.run = run;
        this.known = known;
    }

    /** Returns the tests that drafts name. */
    static Set<TestKey> keys(List<ResultDraft> drafts) {
        return drafts.stream().map(ResultDraft::test).flatMap(BatchTests::key).collect(Collectors.toSet());
    }

    private static Stream<TestKey> key(TestOccurrence test) {
        return test.name().isEmpty() ? Stream.empty() : Stream.of(new TestKey(test.name(), test.storage()));
    }

    /** Says that a result is new. Only new results look at the marks of their tests. */
    void addNew(int id) {
        added.add(id);
    }

    /** Sets the test of a result. */
    void put(int id, TestOccurrence test) {
        keys.remove(id);
        key(test).forEach(key -> keys.put(id, key));
    }

    /** Returns the history of a result, without its test. */
    ResultHistory history(ResultRow before, TestOccurrence test, Instant now) {
        var given = test.completedAt();
        var earlier = before.history().completedAt();
        var at = given != null ? given : earlier != null ? earlier : now;
        return new ResultHistory(
                0,
                run.lineId(),
                test.verdict(),
                test.flaky() || before.history().flaky(),
                test.completed() ? at : null,
                null);
    }

    /** Gives results their tests. */
    void resolve(Map<Integer, ResultRow> rows) {
        var ids =
                known.keySet().containsAll(keys.values()) ? known : TestStore.ids(handle, run.project(), keys.values());
        var flaky = added.isEmpty() ? Set.<Integer>of() : TestStore.flaky(handle, run.lineId(), ids.values());
        rows.replaceAll((id, row) -> {
            var key = keys.get(id);
            if (key == null) {
                return row;
            }
            int test = Objects.requireNonNull(ids.get(key));
            return row.with(row.history().of(test, added.contains(id) && flaky.contains(test)));
        });
    }
}
