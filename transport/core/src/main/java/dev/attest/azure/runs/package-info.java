/** Test runs in Azure DevOps: created once, found again, completed. */
@NullMarked
package dev.attest.azure.runs;

import org.jspecify.annotations.NullMarked;
