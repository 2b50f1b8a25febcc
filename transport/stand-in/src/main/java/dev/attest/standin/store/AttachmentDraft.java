package dev.attest.standin.store;

import java.nio.file.Path;

/**
 * What a request wants an attachment to be.
 *
 * @param bytes from {@link AttachmentStore#draft()}
 */
public record AttachmentDraft(
        Owner owner, String fileName, String comment, String type, long size, String sha256, Path bytes) {}
