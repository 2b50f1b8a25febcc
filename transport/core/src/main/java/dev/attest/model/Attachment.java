package dev.attest.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to an attempt at a test, or to the run, or that a test has put on a thing of a service.
 *
 * @param number number of the attachment in its journal, from 1
 * @param row row of the result that it belongs to, or {@link #RUN}
 * @param attempt attempt that made it, from 1; meaningless for the run
 * @param fileName as the test named it: not yet made safe for any service
 * @param type what it is
 * @param sha256 hash of its bytes in lower-case hex, and the name under which the journal keeps them
 * @param size in bytes
 * @param place what it is put on instead of its result or run, which then only tell where it comes from; null for most
 * @param comment what the test says about it, for a place that shows that; may be empty
 */
public record Attachment(
        int number,
        int row,
        int attempt,
        String fileName,
        AttachmentType type,
        String sha256,
        long size,
        @Nullable Place place,
        String comment) {

    public Attachment {
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(comment, "comment");
    }

    /** Makes one that goes to its place without a word, or to its result or run where that is null. */
    public Attachment(
            int number,
            int row,
            int attempt,
            String fileName,
            AttachmentType type,
            String sha256,
            long size,
            @Nullable Place place) {
        this(number, row, attempt, fileName, type, sha256, size, place, "");
    }

    /** Makes one that goes to its result or run. */
    public Attachment(
            int number, int row, int attempt, String fileName, AttachmentType type, String sha256, long size) {
        this(number, row, attempt, fileName, type, sha256, size, null);
    }

    /** The row of an attachment that belongs to the run and to no result. */
    public static final int RUN = 0;

    /** Returns the same, of another row and attempt. */
    public Attachment at(int otherRow, int otherAttempt) {
        return new Attachment(number, otherRow, otherAttempt, fileName, type, sha256, size, place, comment);
    }

    /** Returns whether it belongs to the run and to no result. */
    public boolean ofRun() {
        return row == RUN;
    }
}
