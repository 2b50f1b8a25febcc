/** A local Azure DevOps: the REST API, without the pages. */
@NullMarked
package dev.attest.standin.azure;

import org.jspecify.annotations.NullMarked;
