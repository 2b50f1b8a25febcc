package dev.attest.standin.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What storing results needs to know of their run.
 *
 * @param nextResultId the id that its next result gets
 * @param lineId its history line; 0 for none
 * @param origin the build and release, as JSON of {@code failingSince}
 */
record ResultRun(int id, String project, int nextResultId, int lineId, String origin) {

    private static final String QUERY = "select id, project, next_result_id, line_id, origin from run where id = :id";

    /** Returns the run with this id. */
    static Optional<ResultRun> find(Handle handle, int id) {
        return read(handle, QUERY, id);
    }

    /** Returns the run with this id, which nobody else can change until the transaction ends. */
    static Optional<ResultRun> locked(Handle handle, int id) {
        return read(handle, QUERY + " for update", id);
    }

    private static Optional<ResultRun> read(Handle handle, String sql, int id) {
        return handle.createQuery(sql)
                .bind("id", id)
                .map((row, context) -> new ResultRun(
                        row.getInt("id"),
                        row.getString("project"),
                        row.getInt("next_result_id"),
                        row.getInt("line_id"),
                        row.getString("origin")))
                .findOne();
    }
}
