package dev.attest.standin.store;

import java.time.Instant;

/** What one revision of a work item changed. */
public record UpdateRow(int workItemId, int rev, Instant createdAt, String document) {}
