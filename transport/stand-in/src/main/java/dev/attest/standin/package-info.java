/** A local Azure DevOps: the door for the command line and for tests. */
@NullMarked
package dev.attest.standin;

import org.jspecify.annotations.NullMarked;
