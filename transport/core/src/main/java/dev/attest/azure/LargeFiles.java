package dev.attest.azure;

import dev.attest.journal.event.Attachment;
import dev.attest.journal.event.Content;
import java.util.Optional;

/** Where files go that are too large for a result. */
interface LargeFiles {

    /** They go nowhere. */
    LargeFiles NOWHERE = (owner, attachment, content, mayExist, versions) -> Optional.empty();

    /** Keeps a file, unless it is there; returns where it is, in words, or nothing where it goes nowhere. */
    Optional<String> keep(
            AttachmentOwner owner, Attachment attachment, Content content, boolean mayExist, Versions versions)
            throws NotDeliveredException;
}
