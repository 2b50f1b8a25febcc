package dev.attest.standin.store;

import java.time.Instant;

/** A work item as it is kept. */
public record WorkItemRow(
        int id, String project, String type, int rev, Instant createdAt, Instant updatedAt, String document) {}
