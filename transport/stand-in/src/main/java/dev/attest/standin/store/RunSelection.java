package dev.attest.standin.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The SQL of a {@link RunQuery}. */
final class RunSelection {

    private RunSelection() {}

    /** Returns the statement that selects the runs. */
    static Query of(RunQuery query, Handle handle) {
        var sql = "select * from run where " + String.join(" and ", conditions(query)) + " order by id"
                + (query.newestFirst() ? " desc" : "") + " offset :skip rows fetch next :top rows only";
        var statement = handle.createQuery(sql)
                .bind("skip", query.skip())
                .bind("top", query.top())
                .bind("project", query.project())
                .bind("from", Database.time(query.updatedFrom()))
                .bind("to", Database.time(query.updatedTo()))
                .bind("name", query.name())
                .bind("state", query.state())
                .bind("automated", query.automated());
        query.references().forEach((kind, values) -> {
            if (!values.isEmpty()) {
                statement.bindList(kind.name(), values);
            }
        });
        return statement;
    }

    private static List<String> conditions(RunQuery query) {
        var where = new ArrayList<String>();
        where.add("1 = 1");
        require(where, query.project(), "lower(project) = lower(:project)");
        require(where, query.updatedFrom(), "updated_at >= :from");
        require(where, query.updatedTo(), "updated_at <= :to");
        require(where, query.name(), "name = :name");
        require(where, query.state(), "lower(state) = lower(:state)");
        require(where, query.automated(), "automated = :automated");
        query.references().forEach((kind, values) -> {
            if (!values.isEmpty()) {
                where.add("id in (select run_id from run_reference where kind = '" + kind.name() + "' and target in (<"
                        + kind.name() + ">))");
            }
        });
        return where;
    }

    private static void require(List<String> where, @Nullable Object value, String condition) {
        if (value != null) {
            where.add(condition);
        }
    }
}
