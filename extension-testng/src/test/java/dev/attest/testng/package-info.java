/**
 * Runs fixtures in TestNG from tests of Jupiter. The fixtures and {@link dev.attest.testng.MatrixMain} call nothing
 * newer than TestNG 7.5, for they also run there.
 */
@NullMarked
package dev.attest.testng;

import org.jspecify.annotations.NullMarked;
