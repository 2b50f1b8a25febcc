package dev.attest.publish;

import dev.attest.model.Attachment;
import dev.attest.model.Content;

/**
 * A file of a row.
 *
 * @param attachment what it is, and which attempt made it
 * @param content its bytes, which may be read again and again
 */
public record Evidence(Attachment attachment, Content content) {}
