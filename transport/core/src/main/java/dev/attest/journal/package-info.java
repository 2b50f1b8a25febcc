/** The queue on disk: what was reported, and what became of it, survives the death of the JVM. */
@NullMarked
package dev.attest.journal;

import org.jspecify.annotations.NullMarked;
