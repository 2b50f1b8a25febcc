/** Connects settings, journal and destinations in one JVM, and prints the start and end of a run. */
@NullMarked
package dev.attest.internal.runtime;

import org.jspecify.annotations.NullMarked;
