/** What a person reads when a build is over: the results of all its JVMs on one page, and notes in the build log. */
@NullMarked
package dev.attest.internal.summary;

import org.jspecify.annotations.NullMarked;
