/** Faults: how a request fails, when, and how to say so in one line of text. */
@NullMarked
package dev.attest.standin.faults;

import org.jspecify.annotations.NullMarked;
