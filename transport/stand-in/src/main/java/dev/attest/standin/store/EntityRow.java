package dev.attest.standin.store;

/**
 * A release, bug, requirement, test, test set or step of QAComplete, or a project.
 *
 * @param code its kind; an id is unique among those of its kind
 */
public record EntityRow(String code, int id, int project, String document) {}
