package dev.attest.internal.journal.event;

import dev.attest.AttachmentType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to an attempt at a test or to the run, or that a test attached to an item of a service.
 *
 * @param number number of the attachment in its journal, from 1
 * @param row row of the result that it belongs to, or {@link #RUN}
 * @param attempt attempt that attached it, from 1; meaningless for the run
 * @param fileName as the test named it; not yet safe for any service
 * @param sha256 hash of the bytes in lower-case hex; the journal keeps them under this name
 * @param size in bytes
 * @param place item of a service that gets the file instead of the result or the run; row and attempt then only tell
 *     where the file comes from; null for most files
 * @param comment comment of the test, for items that show one; may be empty
 */
public record Attachment(
        int number,
        int row,
        int attempt,
        String fileName,
        AttachmentType type,
        String sha256,
        long size,
        @Nullable AttachmentTarget place,
        String comment) {

    /** Row of an attachment that belongs to the run. */
    public static final int RUN = 0;

    public Attachment {
        JournalNumbers.checkAttachment(number);
        if (row != RUN) {
            JournalNumbers.check(row, attempt);
        }
        if (size < 0) {
            throw new IllegalArgumentException("no file has " + size + " bytes");
        }
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(comment, "comment");
    }

    /** Creates an attachment that goes to its result or run, without a comment. */
    public Attachment(
            int number, int row, int attempt, String fileName, AttachmentType type, String sha256, long size) {
        this(number, row, attempt, fileName, type, sha256, size, null, "");
    }

    public Attachment at(int otherRow, int otherAttempt) {
        return new Attachment(number, otherRow, otherAttempt, fileName, type, sha256, size, place, comment);
    }

    public boolean ofRun() {
        return row == RUN;
    }

    /** Returns whether it is a coverage file of the run, and not of a test or for another target. */
    public boolean isCoverageOfRun() {
        return ofRun() && place == null && type == AttachmentType.CODE_COVERAGE;
    }
}
