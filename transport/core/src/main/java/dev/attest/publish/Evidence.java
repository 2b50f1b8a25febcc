package dev.attest.publish;

import dev.attest.journal.event.Attachment;
import dev.attest.journal.event.Content;

/**
 * A file of a row.
 *
 * @param attachment what it is, and which attempt made it
 * @param content its bytes, which may be read again and again
 */
public record Evidence(Attachment attachment, Content content) {}
