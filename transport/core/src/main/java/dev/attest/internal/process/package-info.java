/** What tells one process of this host from another. */
@NullMarked
package dev.attest.internal.process;

import org.jspecify.annotations.NullMarked;
