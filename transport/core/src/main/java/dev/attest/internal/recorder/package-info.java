/** Turns what a framework reports into the events of the journal. */
@NullMarked
package dev.attest.internal.recorder;

import org.jspecify.annotations.NullMarked;
