/** Hosts whose clocks are wrong, or are set while tests run. */
@NullMarked
package dev.attest.systemtests.clocks;

import org.jspecify.annotations.NullMarked;
