package dev.attest.standin.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the history of its test needs to know of a stored result.
 *
 * @param testId 0 if the result names no test
 * @param lineId the history line of its run; 0 for none
 * @param flaky whether the test was marked as flaky when the result was added, or the client says so
 * @param completedAt null until the result is completed
 * @param failingSince the first of the failures that led to this one; null if this is no failure
 */
public record ResultHistory(
        int testId,
        int lineId,
        Verdict verdict,
        boolean flaky,
        @Nullable Instant completedAt,
        @Nullable FailingSince failingSince) {

    /** The history of a result that names no test. */
    static final ResultHistory NONE = new ResultHistory(0, 0, Verdict.NEUTRAL, false, null, null);

    /** Reads the columns of a result. */
    static ResultHistory of(ResultSet row) throws SQLException {
        var since = instant(row, "since_at");
        return new ResultHistory(
                row.getInt("test_id"),
                row.getInt("line_id"),
                Verdict.stored(row.getString("verdict")),
                row.getBoolean("flaky"),
                instant(row, "completed_at"),
                since == null
                        ? null
                        : new FailingSince(
                                row.getInt("since_run_id"),
                                row.getInt("since_result_id"),
                                since,
                                row.getString("since_origin")));
    }

    /** Returns the history with this test. */
    ResultHistory of(int id, boolean marked) {
        return new ResultHistory(id, lineId, verdict, flaky || marked, completedAt, failingSince);
    }

    /**
     * Returns what results of the same test in other runs have, too: the id of the test, or for a result that names
     * none a negative number made of its title and class.
     */
    long testKey(String title, String className) {
        if (testId != 0) {
            return testId;
        }
        var digest = Sha256.digest().digest((title + "\n" + className).getBytes(StandardCharsets.UTF_8));
        return Long.MIN_VALUE | ByteBuffer.wrap(digest).getLong();
    }

    /** Returns when the result was completed, in milliseconds since 1970; 0 if it is not. */
    long endedMillis() {
        return completedAt == null ? 0 : completedAt.toEpochMilli();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /**
     * The first failure of a chain. It is a copy, which outlives the run.
     *
     * @param origin the build and release, as JSON of {@code failingSince}
     */
    public record FailingSince(int runId, int resultId, Instant at, String origin) {}
}
