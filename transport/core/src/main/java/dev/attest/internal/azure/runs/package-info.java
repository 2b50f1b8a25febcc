/** Test runs in Azure DevOps: created once, found again, completed. */
@NullMarked
package dev.attest.internal.azure.runs;

import org.jspecify.annotations.NullMarked;
