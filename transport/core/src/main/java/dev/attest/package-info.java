/** All that a test imports: {@link dev.attest.Attest} and the annotations of tests. */
@NullMarked
package dev.attest;

import org.jspecify.annotations.NullMarked;
