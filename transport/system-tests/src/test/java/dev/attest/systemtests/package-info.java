/**
 * Tests that cross a socket, start a JVM or a Maven. Each subject has a package.
 *
 * <p>Classes run two at a time; a class is {@code @Isolated} where it loads the machine. Assumptions are JUnit's: those
 * of AssertJ fail a test instead of skipping it, since they throw the exception of TestNG, which is on the class path
 * too.
 */
@NullMarked
package dev.attest.systemtests;

import org.jspecify.annotations.NullMarked;
