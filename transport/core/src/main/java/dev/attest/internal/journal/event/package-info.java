/** The events that the journal stores, and the acknowledgements of them, as values. */
@NullMarked
package dev.attest.internal.journal.event;

import org.jspecify.annotations.NullMarked;
