/** What Attest costs a test. */
@NullMarked
package dev.attest.benchmarks;

import org.jspecify.annotations.NullMarked;
