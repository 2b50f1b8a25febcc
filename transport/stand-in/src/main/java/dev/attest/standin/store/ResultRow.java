package dev.attest.standin.store;

import java.time.Instant;

/** A result as it is kept. */
public record ResultRow(
        int runId,
        int id,
        String title,
        String outcome,
        String state,
        boolean rerun,
        double durationMs,
        int revision,
        Instant createdAt,
        Instant updatedAt,
        String document) {}
