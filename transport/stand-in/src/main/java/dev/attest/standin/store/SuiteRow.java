package dev.attest.standin.store;

/**
 * A test suite as it is kept.
 *
 * @param parentId 0 for the root of its plan
 */
public record SuiteRow(int id, int planId, int parentId, String name) {}
