package dev.attest.internal.recorder;

/**
 * How many of a kind a framework reported.
 *
 * @param all all of them
 * @param lost those that could not be written to the journal
 */
public record ReportedCount(int all, int lost) {}
