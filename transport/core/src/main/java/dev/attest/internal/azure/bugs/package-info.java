/** Files bugs in Azure DevOps for failed tests. */
@NullMarked
package dev.attest.internal.azure.bugs;

import org.jspecify.annotations.NullMarked;
