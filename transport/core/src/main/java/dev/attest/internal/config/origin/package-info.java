/** Tells where a run comes from: the job of a CI system, or the checkout of a laptop. Nothing here fails or warns. */
@NullMarked
package dev.attest.internal.config.origin;

import org.jspecify.annotations.NullMarked;
