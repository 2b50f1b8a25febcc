/** Captures standard output and standard error, for the test that printed them. */
@NullMarked
package dev.attest.internal.console;

import org.jspecify.annotations.NullMarked;
