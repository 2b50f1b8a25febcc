package dev.attest.standin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables {@code test} and {@code flaky_branch}. A test is known by project, automated name and storage. */
public final class TestStore {

    private final Jdbi jdbi;

    TestStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Returns the ids of tests, and adds those that are missing. One caller at a time does so, in a short transaction
     * that holds up nobody.
     */
    synchronized Map<TestKey, Integer> ids(String project, Collection<TestKey> keys) {
        return jdbi.inTransaction(handle -> ids(handle, project, keys));
    }

    /** Returns the ids of tests. Adds those that are missing. */
    static Map<TestKey, Integer> ids(Handle handle, String project, Collection<TestKey> keys) {
        var wanted = Set.copyOf(keys);
        var ids = known(handle, project, wanted);
        if (ids.size() < wanted.size()) {
            var batch = handle.prepareBatch(
                    "merge into test (project, name, storage) key (project, name, storage) values (?, ?, ?)");
            wanted.stream()
                    .filter(key -> !ids.containsKey(key))
                    .forEach(key -> batch.add(project, key.name(), key.storage()));
            batch.execute();
            ids.putAll(known(handle, project, wanted));
        }
        return ids;
    }

    private static Map<TestKey, Integer> known(Handle handle, String project, Set<TestKey> keys) {
        var ids = new HashMap<TestKey, Integer>();
        if (!keys.isEmpty()) {
            var ordered = List.copyOf(keys);
            handle.createQuery("select t.* from unnest(cast(:names as varchar array), cast(:storages as varchar array))"
                            + " as asked (name, storage) join test t on t.project = :project and t.name = asked.name"
                            + " and t.storage = asked.storage")
                    .bind("project", project)
                    .bindArray(
                            "names",
                            String.class,
                            ordered.stream().map(TestKey::name).toList())
                    .bindArray(
                            "storages",
                            String.class,
                            ordered.stream().map(TestKey::storage).toList())
                    .map(TestStore::row)
                    .forEach(row -> ids.put(row.key(), row.id()));
        }
        return ids;
    }

    /** Returns those of these tests that are marked as flaky on the branch of a line. */
    static Set<Integer> flaky(Handle handle, int line, Collection<Integer> tests) {
        return handle.createQuery("select f.test_id from history_line l join flaky_branch f on f.branch = l.branch"
                        + " join unnest(cast(:tests as int array)) as asked (id) on asked.id = f.test_id"
                        + " where l.id = :line and l.branch <> ''")
                .bind("line", line)
                .bindArray("tests", Integer.class, List.copyOf(tests))
                .mapTo(Integer.class)
                .set();
    }

    /** Returns the test with this id, if it is of this project. */
    public Optional<TestRow> find(String project, int id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from test where id = :id and project = :project")
                .bind("id", id)
                .bind("project", project)
                .map(TestStore::row)
                .findOne());
    }

    /** Marks a test as flaky on a branch, or removes the mark. Results that exist stay as they are. */
    public void mark(int id, String branch, boolean flaky) {
        jdbi.useHandle(handle -> handle.execute(
                flaky
                        ? "merge into flaky_branch (test_id, branch) key (test_id, branch) values (?, ?)"
                        : "delete from flaky_branch where test_id = ? and branch = ?",
                id,
                branch));
    }

    /** Returns the branches on which a test is marked as flaky. */
    public List<String> flakyBranches(int id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select branch from flaky_branch where test_id = :id order by branch")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }

    private static TestRow row(ResultSet row, StatementContext context) throws SQLException {
        return new TestRow(row.getInt("id"), new TestKey(row.getString("name"), row.getString("storage")));
    }

    /** The automated name and storage of a test. */
    public record TestKey(String name, String storage) {}

    /** A test of a project. */
    public record TestRow(int id, TestKey key) {}
}
