package dev.attest.internal.azure.api;

import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.rest.NotDeliveredException;
import java.util.Optional;

/** Where files go that are too large for a result. */
public interface LargeFiles {

    /** How much the service takes for a result: 100 MiB of Base64. */
    long LARGEST = 75L * 1024 * 1024;

    /** They go nowhere. */
    LargeFiles NOWHERE = (owner, attachment, content, possiblyApplied) -> Optional.empty();

    /** Keeps a file, unless it is there; returns where it is, in words, or nothing where it goes nowhere. */
    Optional<String> keep(AttachmentOwner owner, Attachment attachment, Content content, boolean possiblyApplied)
            throws NotDeliveredException;
}
