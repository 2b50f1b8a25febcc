package dev.attest.internal.journal;

/**
 * A content that the journal keeps.
 *
 * @param sha256 hash of the bytes in lower-case hex, for {@link Journal#blob}
 * @param size in bytes
 */
public record StoredBlob(String sha256, long size) {}
