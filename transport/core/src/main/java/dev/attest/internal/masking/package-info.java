/** Keeps secrets out of everything that leaves the process. */
@NullMarked
package dev.attest.internal.masking;

import org.jspecify.annotations.NullMarked;
