/** Remembers what was asked of the service. */
@NullMarked
package dev.attest.standin.traffic;

import org.jspecify.annotations.NullMarked;
