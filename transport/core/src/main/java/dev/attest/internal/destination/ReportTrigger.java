package dev.attest.internal.destination;

/** When a destination needs a {@linkplain Destination#report report} of a row. */
public enum ReportTrigger {
    /** Never. */
    NONE,
    /** When everything recorded of the row is delivered, and again after a further attempt. */
    EACH_ATTEMPT,
    /** Once, when no attempt can follow. */
    AT_THE_END
}
