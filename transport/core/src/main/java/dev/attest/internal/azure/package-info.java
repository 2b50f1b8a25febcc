/** Azure DevOps Services, Server and TFS as a destination, and the checks of {@code attest doctor} there. */
@NullMarked
package dev.attest.internal.azure;

import org.jspecify.annotations.NullMarked;
