package dev.attest.internal.azure.api;

import org.jspecify.annotations.Nullable;

/** The run, result or sub-result that has an attachment. Ids below the owner are null. */
public record AttachmentOwner(
        String runId, @Nullable String resultId, @Nullable String attemptId) {}
