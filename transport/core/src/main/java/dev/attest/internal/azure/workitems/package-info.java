/** Reads and changes work items in Azure DevOps and attaches files to them. */
@NullMarked
package dev.attest.internal.azure.workitems;

import org.jspecify.annotations.NullMarked;
