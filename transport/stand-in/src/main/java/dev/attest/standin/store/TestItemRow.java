package dev.attest.standin.store;

/**
 * One test of a test run.
 *
 * @param id 0 before it is kept
 * @param sequence its place in the run, from 1
 */
public record TestItemRow(int id, int runId, int sequence, String status, String document) {}
