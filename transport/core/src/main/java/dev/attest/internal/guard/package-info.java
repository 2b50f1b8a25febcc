/** Keeps the faults and the output of Attest away from the tests. */
@NullMarked
package dev.attest.internal.guard;

import org.jspecify.annotations.NullMarked;
