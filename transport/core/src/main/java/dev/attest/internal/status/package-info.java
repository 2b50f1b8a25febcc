/** Tells how far a journal is delivered, without changing it. */
@NullMarked
package dev.attest.internal.status;

import org.jspecify.annotations.NullMarked;
