/** What a publisher costs a suite whose code is cold, as that of most suites is: each run has a JVM of its own. */
@NullMarked
package dev.attest.benchmarks.cold;

import org.jspecify.annotations.NullMarked;
