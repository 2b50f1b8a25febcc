/**
 * Drives real launchers over fixtures. What {@link dev.attest.junit5.MatrixFixtures} and
 * {@link dev.attest.junit5.MatrixMain} need calls nothing newer than JUnit 5.8, for they also run there.
 */
@NullMarked
package dev.attest.junit5;

import org.jspecify.annotations.NullMarked;
