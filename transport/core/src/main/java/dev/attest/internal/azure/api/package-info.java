/** The REST API of Azure DevOps: addresses, versions, and what its refusals mean. */
@NullMarked
package dev.attest.internal.azure.api;

import org.jspecify.annotations.NullMarked;
