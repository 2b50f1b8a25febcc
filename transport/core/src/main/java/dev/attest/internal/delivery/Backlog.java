package dev.attest.internal.delivery;

/**
 * How much of a journal a destination has not acknowledged yet.
 *
 * @param results attempts at tests
 * @param attachments files
 * @param placed how many of these are put on things that are neither runs nor results
 * @param running tests that have begun and not ended
 */
public record Backlog(int results, int attachments, int placed, int running) {}
