package dev.attest.standin.store;

import java.nio.file.Path;
import java.time.Instant;

/**
 * An attachment as it is kept.
 *
 * @param bytes the file that holds it
 */
public record AttachmentRow(
        int id,
        Owner owner,
        String fileName,
        String comment,
        String type,
        long size,
        String sha256,
        Path bytes,
        Instant createdAt) {}
