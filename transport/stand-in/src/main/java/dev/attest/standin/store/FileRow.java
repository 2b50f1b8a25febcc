package dev.attest.standin.store;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file in the store of work items.
 *
 * @param fileName empty when none was given
 * @param received how many bytes are there
 * @param total how many there are to be, 0 before the first chunk
 * @param lastStart where the chunk began that came last
 * @param sha256 empty while it is not complete
 * @param bytes the file that holds it
 */
public record FileRow(
        String id,
        String fileName,
        boolean chunked,
        long received,
        long total,
        long lastStart,
        boolean complete,
        String sha256,
        Path bytes,
        Instant createdAt) {}
