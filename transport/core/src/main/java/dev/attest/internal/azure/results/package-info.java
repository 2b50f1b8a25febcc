/** Test results in Azure DevOps, with their attempts and attachments. */
@NullMarked
package dev.attest.internal.azure.results;

import org.jspecify.annotations.NullMarked;
