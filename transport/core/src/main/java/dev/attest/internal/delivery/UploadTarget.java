package dev.attest.internal.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Where an attachment of the run or of a result goes.
 *
 * @param resultId the row; null for the run
 * @param attemptId the attempt within the row; null for the row itself
 */
record UploadTarget(@Nullable String resultId, @Nullable String attemptId) {

    static final UploadTarget RUN = new UploadTarget(null, null);
}
