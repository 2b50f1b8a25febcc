package dev.attest.internal.destination;

import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Content;

/**
 * An attachment of a row with its content.
 *
 * @param content its bytes; can be read repeatedly
 */
public record AttachedContent(Attachment attachment, Content content) {}
