/** The REST API of Azure DevOps: URLs, versions and failure policies. */
@NullMarked
package dev.attest.internal.azure.api;

import org.jspecify.annotations.NullMarked;
