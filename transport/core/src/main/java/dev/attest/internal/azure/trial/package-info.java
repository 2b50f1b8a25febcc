/** Plays the life of a run at a service, to see whether the service behaves as Attest assumes. */
@NullMarked
package dev.attest.internal.azure.trial;

import org.jspecify.annotations.NullMarked;
