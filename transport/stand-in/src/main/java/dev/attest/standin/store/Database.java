package dev.attest.standin.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The H2 database in a folder. Acknowledged data is in its file, so killing the process loses nothing. */
final class Database implements AutoCloseable {

    /**
     * Without WRITE_DELAY=0, a commit may stay in memory for half a second. Without the two before the last, the memory
     * grows with the data: each connection keeps the rows of its last queries, and the rows of one query may fill the
     * heap. Without the last one, a request fails that waits two seconds for another one.
     */
    private static final String OPTIONS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=FALSE;MAX_MEMORY_ROWS=2000;LOCK_TIMEOUT=30000";

    /** The bytes of the head of the file. */
    private static final int HEAD = 4096;

    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;

    Database(Path folder) throws IOException {
        findLastCommit(folder.resolve("stand-in.mv.db"));
        pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + folder.resolve("stand-in").toAbsolutePath() + OPTIONS, "sa", "");
        pool.setMaxConnections(32);
        try (var first = pool.getConnection()) {
            first.getMetaData();
        } catch (SQLException e) {
            pool.dispose();
            throw unopened(folder, e);
        }
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        jdbi = Jdbi.create(pool);
    }

    /**
     * Finds the last commit after a kill. The head of the file names it only now and then. Once space in the file is
     * used again, H2 may not find the commits after that one, unless it looks through the whole file.
     */
    private static void findLastCommit(Path file) throws IOException {
        if (!Files.exists(file) || isClosed(file)) {
            return;
        }
        try {
            new MVStore.Builder()
                    .fileName(file.toAbsolutePath().toString())
                    .recoveryMode()
                    .open()
                    .close();
        } catch (MVStoreException e) {
            throw unopened(file.getParent(), e);
        }
    }

    private static boolean isClosed(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).contains(",clean:1,");
        }
    }

    private static IOException unopened(@Nullable Path folder, Exception cause) {
        return new IOException("The data folder " + folder + " cannot be opened. Does another stand-in use it?", cause);
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** Returns the time in the precision of the database. */
    static OffsetDateTime now(Clock clock) {
        return OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /** Returns a time as the database takes it. */
    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
