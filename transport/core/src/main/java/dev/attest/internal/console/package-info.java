/** Captures what is printed to standard output and standard error, for the test that printed it. */
@NullMarked
package dev.attest.internal.console;

import org.jspecify.annotations.NullMarked;
