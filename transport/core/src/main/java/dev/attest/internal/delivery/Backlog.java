package dev.attest.internal.delivery;

/**
 * What one destination has not acknowledged of a journal.
 *
 * @param results attempts at tests
 * @param attachments all files
 * @param targetFiles files for items that are neither runs nor results
 * @param running tests that have started and not ended
 */
public record Backlog(int results, int attachments, int targetFiles, int running) {}
