package dev.attest.config;

/**
 * What goes on work items besides what tests put there themselves.
 *
 * @param large id of the item that takes files which are too large for a result; 0 for none
 * @param ofFailed whether what tests that failed have attached goes on the items that they are linked to
 * @param chunkSize in bytes, of the parts that large files travel in
 * @param chunkThreshold up to so many bytes a file travels at once
 */
public record WorkItemSettings(int large, boolean ofFailed, int chunkSize, long chunkThreshold) {

    /** Nothing goes there by itself. */
    public static final WorkItemSettings DEFAULT = new WorkItemSettings(0, false, 4 << 20, 16 << 20);

    /** Returns whether anything goes there by itself. */
    public boolean wanted() {
        return large > 0 || ofFailed;
    }
}
