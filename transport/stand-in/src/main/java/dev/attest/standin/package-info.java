/** A local Azure DevOps and QAComplete. Tests start here: {@link StandIn}. */
@NullMarked
package dev.attest.standin;

import org.jspecify.annotations.NullMarked;
