/** Publishes the journal of this JVM while it is written. */
@NullMarked
package dev.attest.internal.publish;

import org.jspecify.annotations.NullMarked;
