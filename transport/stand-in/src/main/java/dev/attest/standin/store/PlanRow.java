package dev.attest.standin.store;

/** A test plan as it is kept. */
public record PlanRow(int id, String project, String name, int rootSuiteId) {}
