/** The command line. It is the only package that prints and that ends the process. */
@NullMarked
package dev.attest.cli;

import org.jspecify.annotations.NullMarked;
