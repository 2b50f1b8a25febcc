/** Carries what the journal holds to a destination, again and again until it is settled. */
@NullMarked
package dev.attest.publish;

import org.jspecify.annotations.NullMarked;
