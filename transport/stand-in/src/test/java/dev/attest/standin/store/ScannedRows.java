package dev.attest.standin.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** Asks H2 how many rows the queries of an action read. */
final class ScannedRows {

    private static final Pattern COUNT = Pattern.compile("scanCount: (\\d+)");

    private final Jdbi jdbi;
    private final List<String> plans = new ArrayList<>();
    private long most;

    ScannedRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Runs the action, and returns what it returns. */
    <T> T by(Supplier<T> action) {
        plans.clear();
        jdbi.getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                // Explaining a change would make it twice, and a batch has no statement any more.
                if (context.getParsedSql().getSql().startsWith("select")) {
                    plans.add(plan(context));
                }
            }
        });
        var returned = action.get();
        jdbi.getConfig(SqlStatements.class).setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        most = Math.max(
                most,
                COUNT.matcher(String.join("", plans))
                        .results()
                        .mapToLong(count -> Long.parseLong(count.group(1)))
                        .sum());
        return returned;
    }

    /** Explains a statement, which H2 shows with its parameters: <code>prep1: select .. where id = ? {1: 7}</code>. */
    private String plan(StatementContext context) {
        var shown = context.getStatement().toString();
        var sql = "explain analyze " + shown.substring(shown.indexOf(": ") + 2);
        return jdbi.withHandle(handle -> {
            try (var statement = handle.getConnection().createStatement();
                    var plan = statement.executeQuery(sql)) {
                plan.next();
                return plan.getString(1);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        });
    }

    /** Returns the number of rows that the action with the most rows read. */
    long most() {
        return most;
    }
}
