package dev.attest.model;

import java.util.Objects;

/**
 * A file that belongs to an attempt at a test, or to the run.
 *
 * @param number number of the attachment in its journal, from 1
 * @param row row of the result that it belongs to, or {@link #RUN}
 * @param attempt attempt that made it, from 1; meaningless for the run
 * @param fileName as the test named it: not yet made safe for any service
 * @param type what it is
 * @param sha256 hash of its bytes in lower-case hex, and the name under which the journal keeps them
 * @param size in bytes
 */
public record Attachment(
        int number, int row, int attempt, String fileName, AttachmentType type, String sha256, long size) {

    public Attachment {
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(sha256, "sha256");
    }

    /** The row of an attachment that belongs to the run and to no result. */
    public static final int RUN = 0;

    /** Returns the same, of another row and attempt. */
    public Attachment at(int otherRow, int otherAttempt) {
        return new Attachment(number, otherRow, otherAttempt, fileName, type, sha256, size);
    }

    /** Returns whether it belongs to the run and to no result. */
    public boolean ofRun() {
        return row == RUN;
    }
}
