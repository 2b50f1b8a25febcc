/** Writes the events of test frameworks to the journal. */
@NullMarked
package dev.attest.internal.recorder;

import org.jspecify.annotations.NullMarked;
