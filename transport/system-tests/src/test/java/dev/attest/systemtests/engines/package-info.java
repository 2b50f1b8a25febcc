/** Tests of every engine, as the projects of their users have them. */
@NullMarked
package dev.attest.systemtests.engines;

import org.jspecify.annotations.NullMarked;
