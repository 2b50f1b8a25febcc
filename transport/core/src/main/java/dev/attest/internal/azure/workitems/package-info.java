/** Work items in Azure DevOps: read, changed, and given files. */
@NullMarked
package dev.attest.internal.azure.workitems;

import org.jspecify.annotations.NullMarked;
