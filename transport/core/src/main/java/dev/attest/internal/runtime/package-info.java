/** Wires one JVM: settings to journal to destinations, and what the user reads at the start and at the end. */
@NullMarked
package dev.attest.internal.runtime;

import org.jspecify.annotations.NullMarked;
