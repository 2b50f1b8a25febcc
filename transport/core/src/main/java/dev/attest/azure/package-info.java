/** Azure DevOps Services, Server and TFS as a destination: runs, results and attachments on the wire. */
@NullMarked
package dev.attest.azure;

import org.jspecify.annotations.NullMarked;
