package dev.attest.internal.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Where an attachment goes.
 *
 * @param resultId the row, or null for the run
 * @param attemptId the attempt within the row, or null for the row itself
 */
record UploadTarget(@Nullable String resultId, @Nullable String attemptId) {

    static final UploadTarget RUN = new UploadTarget(null, null);
}
