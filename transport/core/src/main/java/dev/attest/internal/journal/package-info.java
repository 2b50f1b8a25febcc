/** The queue on disk: events and acknowledgements that survive the death of the JVM. */
@NullMarked
package dev.attest.internal.journal;

import org.jspecify.annotations.NullMarked;
