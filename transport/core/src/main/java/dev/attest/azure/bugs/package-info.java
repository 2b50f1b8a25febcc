/** Bugs in Azure DevOps for tests that failed. */
@NullMarked
package dev.attest.azure.bugs;

import org.jspecify.annotations.NullMarked;
