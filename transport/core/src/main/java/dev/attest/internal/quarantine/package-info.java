/** Tests whose failures are known and expected for a while, as a file of the project lists them. */
@NullMarked
package dev.attest.internal.quarantine;

import org.jspecify.annotations.NullMarked;
