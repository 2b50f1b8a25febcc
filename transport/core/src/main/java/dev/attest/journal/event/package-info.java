/** The events that the journal stores, and the acknowledgements of them, as values. */
@NullMarked
package dev.attest.journal.event;

import org.jspecify.annotations.NullMarked;
