package dev.attest.internal.config;

/**
 * The files that Attest adds to work items, besides those that tests add themselves.
 *
 * @param large id of the work item that gets files that are too large for a result; 0 for none
 * @param ofFailed whether the attachments of failed tests are added to the work items of these tests
 * @param chunkSize size of the parts of a large file, in bytes
 * @param chunkThreshold largest file that is uploaded in one request, in bytes
 */
public record WorkItemSettings(int large, boolean ofFailed, int chunkSize, long chunkThreshold) {

    /** Attest adds no files by itself. */
    public static final WorkItemSettings DEFAULT = new WorkItemSettings(0, false, 4 << 20, 16 << 20);

    public boolean wanted() {
        return large > 0 || ofFailed;
    }
}
