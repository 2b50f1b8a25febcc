package dev.attest.standin.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A test run of QAComplete as it is kept.
 *
 * @param startedAt when the first of its items was changed
 * @param changedAt when the last of its items was changed
 */
public record TestRunRow(
        int id, int project, Instant createdAt, @Nullable Instant startedAt, Instant changedAt, String document) {}
