/** Bugs in Azure DevOps for tests that failed. */
@NullMarked
package dev.attest.internal.azure.bugs;

import org.jspecify.annotations.NullMarked;
