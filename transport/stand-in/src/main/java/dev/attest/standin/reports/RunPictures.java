package dev.attest.standin.reports;

import dev.attest.standin.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;

/** The pictures that are attached to a run, to its results, and to the attempts of these. */
public final class RunPictures {

    private static final String PAGE =
            "select a.id, a.file_name, a.result_id, a.sub_result_id, coalesce(s.rank, 4) as rank"
                    + " from attachment a left join result_search s"
                    + " on s.place = cast(a.run_id as bigint) * 4294967296 + a.result_id"
                    + " where a.run_id = :run and a.picture = true"
                    + " order by rank, a.result_id, a.sub_result_id, a.id offset :skip rows fetch next :top rows only";

    private final Store store;

    /** Reads from this store. */
    public RunPictures(Store store) {
        this.store = store;
    }

    /** Returns the number of pictures of a run. */
    public int count(int run) {
        return store.read(
                handle -> handle.createQuery("select count(*) from attachment where run_id = :run and picture = true")
                        .bind("run", run)
                        .mapTo(Integer.class)
                        .one());
    }

    /** Returns a page of the pictures of a run: those of failures first, and those of the run itself last. */
    public List<RunPicture> page(int run, int skip, int top) {
        return store.read(
                handle -> handle.createQuery("select p.*, r.title, r.outcome, u.document from (" + PAGE + ") p"
                                + " left join result r on r.run_id = :run and r.id = p.result_id"
                                + " left join sub_result u on u.run_id = :run and u.result_id = p.result_id"
                                + " and u.id = p.sub_result_id order by p.rank, p.result_id, p.sub_result_id, p.id")
                        .bind("run", run)
                        .bind("skip", skip)
                        .bind("top", top)
                        .map(RunPictures::picture)
                        .list());
    }

    private static RunPicture picture(ResultSet row, StatementContext context) throws SQLException {
        var title = row.getString("title");
        var outcome = row.getString("outcome");
        var attempt = row.getString("document");
        return new RunPicture(
                row.getInt("id"),
                row.getString("file_name"),
                title == null ? 0 : row.getInt("result_id"),
                title == null ? "" : title,
                outcome == null ? "" : outcome,
                attempt == null ? "{}" : attempt);
    }

    /**
     * A picture.
     *
     * @param id the attachment
     * @param resultId the result that it is of; 0 for the run itself
     * @param attempt the document of the attempt that it is of; without properties if it is of none
     */
    public record RunPicture(int id, String fileName, int resultId, String title, String outcome, String attempt) {}
}
