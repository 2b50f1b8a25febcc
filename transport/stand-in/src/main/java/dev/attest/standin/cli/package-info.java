/** The command line of the stand-in. */
@NullMarked
package dev.attest.standin.cli;

import org.jspecify.annotations.NullMarked;
