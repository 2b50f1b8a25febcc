/** Misbehaves on request: by rule, and the same way every time. */
@NullMarked
package dev.attest.standin.faults;

import org.jspecify.annotations.NullMarked;
