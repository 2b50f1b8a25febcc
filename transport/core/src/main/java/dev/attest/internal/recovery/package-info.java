/** Finds the journals that dead JVMs left behind, and delivers each to the destinations that it is for. */
@NullMarked
package dev.attest.internal.recovery;

import org.jspecify.annotations.NullMarked;
