package dev.attest.internal.azure.api;

import org.jspecify.annotations.Nullable;

/**
 * What a file belongs to.
 *
 * @param runId the run
 * @param resultId the result, or null for the run itself
 * @param attemptId the sub-result, or null for the result itself
 */
public record AttachmentOwner(
        String runId, @Nullable String resultId, @Nullable String attemptId) {

    /** Returns the same result without the attempt. */
    public AttachmentOwner result() {
        return new AttachmentOwner(runId, resultId, null);
    }
}
