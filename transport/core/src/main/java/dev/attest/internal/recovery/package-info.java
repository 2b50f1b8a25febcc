/** Delivers the journals of dead JVMs to the destinations that need them. */
@NullMarked
package dev.attest.internal.recovery;

import org.jspecify.annotations.NullMarked;
