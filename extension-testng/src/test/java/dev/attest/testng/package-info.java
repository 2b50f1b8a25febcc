/**
 * Runs fixtures in TestNG from tests of Jupiter. What {@link dev.attest.testng.MatrixFixtures} and {@link
 * dev.attest.testng.MatrixMain} need calls nothing newer than TestNG 7.5, for they also run there.
 */
@NullMarked
package dev.attest.testng;

import org.jspecify.annotations.NullMarked;
