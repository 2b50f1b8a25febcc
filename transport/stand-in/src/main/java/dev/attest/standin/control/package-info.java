/** Steers a running service, over HTTP. */
@NullMarked
package dev.attest.standin.control;

import org.jspecify.annotations.NullMarked;
