/** Projects as users have them, built by a Maven of their own. */
@NullMarked
package dev.attest.systemtests.builds;

import org.jspecify.annotations.NullMarked;
