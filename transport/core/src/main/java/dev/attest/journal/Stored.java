package dev.attest.journal;

/**
 * Bytes that the journal keeps.
 *
 * @param sha256 their hash in lower-case hex, by which {@link Journal#blob} finds them
 * @param size how many they are
 */
public record Stored(String sha256, long size) {}
