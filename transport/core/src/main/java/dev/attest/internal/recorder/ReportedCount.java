package dev.attest.internal.recorder;

/** Counts of reported results or attachments; the lost ones could not be written to the journal. */
public record ReportedCount(int all, int lost) {}
