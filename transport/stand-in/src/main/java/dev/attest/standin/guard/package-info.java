/** Keeps web sites that a developer visits away from the service. */
@NullMarked
package dev.attest.standin.guard;

import org.jspecify.annotations.NullMarked;
