package dev.attest.standin.store;

import dev.attest.standin.store.ResultStore.ResultRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables of test plans, suites, configurations and points. Existing rows are never replaced. */
public final class PlanStore {

    private static final String POINTS = "select p.*, s.plan_id, s.parent_id, s.name as suite, t.project,"
            + " t.name as plan, t.root_suite_id, c.name as configuration from test_point p join test_suite s on s.id ="
            + " p.suite_id join test_plan t on t.id = s.plan_id join test_configuration c on c.id = p.configuration_id";

    private final Jdbi jdbi;
    private final Clock clock;

    PlanStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Adds a plan, unless its id is taken. */
    public void add(PlanRow plan) {
        if (find(plan.id()).isEmpty()) {
            jdbi.useHandle(handle -> handle.execute(
                    "insert into test_plan (id, project, name, root_suite_id) values (?, ?, ?, ?)",
                    plan.id(),
                    plan.project(),
                    plan.name(),
                    plan.rootSuiteId()));
        }
    }

    /** Adds a suite, unless its id is taken. */
    public void add(SuiteRow suite) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into test_suite (id, plan_id, parent_id, name) select ?, ?, ?, ? where not exists"
                        + " (select 1 from test_suite where id = ?)",
                suite.id(),
                suite.planId(),
                suite.parentId(),
                suite.name(),
                suite.id()));
    }

    /** Adds a configuration, or renames it. */
    public void addConfiguration(int id, String name) {
        jdbi.useHandle(
                handle -> handle.execute("merge into test_configuration (id, name) key (id) values (?, ?)", id, name));
    }

    /** Adds the point of a test case in a suite for a configuration, unless it exists. */
    public void addPoint(int suite, int testCase, int configuration) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into test_point (suite_id, case_id, configuration_id, updated_at) select ?, ?, ?, ? where not"
                        + " exists (select 1 from test_point where suite_id = ? and case_id = ? and configuration_id = ?)",
                suite,
                testCase,
                configuration,
                Database.now(clock),
                suite,
                testCase,
                configuration));
    }

    /** Returns the plan with this id. */
    public Optional<PlanRow> find(int id) {
        return all().stream().filter(plan -> plan.id() == id).findFirst();
    }

    /** Returns all plans, ordered by id. */
    public List<PlanRow> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from test_plan order by id")
                .map((row, context) -> new PlanRow(
                        row.getInt("id"), row.getString("project"), row.getString("name"), row.getInt("root_suite_id")))
                .list());
    }

    /** Returns the suites of a plan, ordered by id. */
    public List<SuiteRow> suites(int plan) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from test_suite where plan_id = :plan order by id")
                        .bind("plan", plan)
                        .map((row, context) ->
                                new SuiteRow(row.getInt("id"), plan, row.getInt("parent_id"), row.getString("name")))
                        .list());
    }

    /** Returns the points of a plan, ordered by id. */
    public List<PointRow> points(int plan) {
        return jdbi.withHandle(handle -> handle.createQuery(POINTS + " where s.plan_id = :plan order by p.id")
                .bind("plan", plan)
                .map(PlanStore::point)
                .list());
    }

    /** Returns a point of a plan. */
    public Optional<PointRow> findPoint(int plan, int id) {
        return jdbi.withHandle(handle -> handle.createQuery(POINTS + " where s.plan_id = :plan and p.id = :id")
                .bind("plan", plan)
                .bind("id", id)
                .map(PlanStore::point)
                .findOne());
    }

    /** Returns the points of test cases in all plans of a project, ordered by id. */
    public List<PointRow> pointsOf(String project, List<Integer> testCases) {
        if (testCases.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery(
                        POINTS + " where t.project = :project and p.case_id in (<cases>) order by p.id")
                .bind("project", project)
                .bindList("cases", testCases)
                .map(PlanStore::point)
                .list());
    }

    /** Copies the outcome of a result to its point. */
    static void applyOutcome(Handle handle, ResultRow result, int point) {
        handle.execute(
                "update test_point set outcome = ?, run_id = ?, result_id = ?, revision = revision + 1, updated_at = ?"
                        + " where id = ?",
                result.outcome(),
                result.runId(),
                result.id(),
                result.updatedAt(),
                point);
    }

    /** Sets the outcome of points without a result; Unspecified makes them ready again. */
    public void setOutcome(List<Integer> points, String outcome) {
        jdbi.useTransaction(handle -> handle.createUpdate("update test_point set outcome = :outcome,"
                        + " revision = revision + 1, updated_at = :now where id in (<points>)")
                .bind("outcome", outcome)
                .bind("now", Database.now(clock))
                .bindList("points", points)
                .execute());
    }

    private static PointRow point(ResultSet row, StatementContext context) throws SQLException {
        var plan = row.getInt("plan_id");
        return new PointRow(
                row.getInt("id"),
                new SuiteRow(row.getInt("suite_id"), plan, row.getInt("parent_id"), row.getString("suite")),
                new PlanRow(plan, row.getString("project"), row.getString("plan"), row.getInt("root_suite_id")),
                row.getInt("case_id"),
                row.getInt("configuration_id"),
                row.getString("configuration"),
                row.getString("outcome"),
                row.getInt("run_id"),
                row.getInt("result_id"),
                row.getInt("revision"),
                Database.instant(row, "updated_at"));
    }

    /** A stored test plan. */
    public record PlanRow(int id, String project, String name, int rootSuiteId) {}

    /**
     * A stored test suite.
     *
     * @param parentId 0 for the root of its plan
     */
    public record SuiteRow(int id, int planId, int parentId, String name) {}

    /**
     * A stored test point: a test case in a suite, for one configuration.
     *
     * @param runId of the last completed result; 0 if there is none
     */
    public record PointRow(
            int id,
            SuiteRow suite,
            PlanRow plan,
            int caseId,
            int configurationId,
            String configuration,
            String outcome,
            int runId,
            int resultId,
            int revision,
            Instant updatedAt) {

        /** Returns Ready without an outcome, Completed if it passed, else NotReady. */
        public String state() {
            return ready() ? "Ready" : outcome.equals("Passed") ? "Completed" : "NotReady";
        }

        /** Returns the state of its last result. */
        public String lastResultState() {
            return ready() ? "Unspecified" : "Completed";
        }

        private boolean ready() {
            return outcome.equals("Unspecified");
        }
    }
}
