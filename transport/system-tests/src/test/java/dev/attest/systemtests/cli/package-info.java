/** The command line, run from its jar in a JVM of its own. */
@NullMarked
package dev.attest.systemtests.cli;

import org.jspecify.annotations.NullMarked;
