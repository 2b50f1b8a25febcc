package dev.attest.internal.destination;

/** When a destination wants to be told of a row as a whole, besides its results and attachments. */
public enum ReportTrigger {
    /** Never. */
    NONE,
    /** As soon as it has all that is known of the row so far, and again when a further attempt follows. */
    EACH_ATTEMPT,
    /** Once, when nothing can follow any more. */
    AT_THE_END
}
