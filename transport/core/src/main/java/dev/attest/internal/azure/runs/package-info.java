/** Creates, finds, completes and reopens test runs in Azure DevOps. */
@NullMarked
package dev.attest.internal.azure.runs;

import org.jspecify.annotations.NullMarked;
