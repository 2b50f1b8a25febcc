/** Finds the test that a thread works for. */
@NullMarked
package dev.attest.internal.attribution;

import org.jspecify.annotations.NullMarked;
