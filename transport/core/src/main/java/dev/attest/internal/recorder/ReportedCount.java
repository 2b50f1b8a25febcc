package dev.attest.internal.recorder;

/**
 * Counts of reported results or attachments.
 *
 * @param all all that were reported
 * @param lost those that could not be written to the journal
 */
public record ReportedCount(int all, int lost) {}
