package dev.attest.internal.destination;

import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Content;

/**
 * A file of a row.
 *
 * @param attachment what it is, and which attempt made it
 * @param content its bytes, which may be read again and again
 */
public record AttachedContent(Attachment attachment, Content content) {}
