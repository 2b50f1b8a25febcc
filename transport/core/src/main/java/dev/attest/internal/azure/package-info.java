/** Azure DevOps Services, Server and TFS as a destination, and the questions of {@code attest doctor} to it. */
@NullMarked
package dev.attest.internal.azure;

import org.jspecify.annotations.NullMarked;
