package dev.attest.internal.azure.api;

import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.rest.NotDeliveredException;
import java.util.Optional;

/** Stores files that are too large for a result. */
public interface LargeFiles {

    /** The largest attachment of a result in bytes: 100 MiB of Base64. */
    long LARGEST = 75L * 1024 * 1024;

    /** Stores nothing. */
    LargeFiles NOWHERE = (owner, file, possiblyApplied) -> Optional.empty();

    /** Stores a file unless it is already stored. Returns its place in words, or nothing if it was not stored. */
    Optional<String> keep(AttachmentOwner owner, AttachedContent file, boolean possiblyApplied)
            throws NotDeliveredException;
}
