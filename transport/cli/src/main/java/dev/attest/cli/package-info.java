/** The command line: what waits on disk, and why. The only package that prints and that ends the process. */
@NullMarked
package dev.attest.cli;

import org.jspecify.annotations.NullMarked;
