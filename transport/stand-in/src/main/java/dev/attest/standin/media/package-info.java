/** Detects what the bytes of a file are, whatever its name says. */
@NullMarked
package dev.attest.standin.media;

import org.jspecify.annotations.NullMarked;
