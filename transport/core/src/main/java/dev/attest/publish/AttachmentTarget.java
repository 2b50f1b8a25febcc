package dev.attest.publish;

import org.jspecify.annotations.Nullable;

/**
 * Where an attachment goes.
 *
 * @param resultId the row, or null for the run
 * @param attemptId the attempt within the row, or null for the row itself
 */
record AttachmentTarget(@Nullable String resultId, @Nullable String attemptId) {

    static final AttachmentTarget RUN = new AttachmentTarget(null, null);
}
