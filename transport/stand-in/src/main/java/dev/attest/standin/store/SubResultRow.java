package dev.attest.standin.store;

/**
 * A sub-result as it is kept.
 *
 * @param parentId 0 when it is right below the result
 */
public record SubResultRow(int id, int parentId, String document) {}
