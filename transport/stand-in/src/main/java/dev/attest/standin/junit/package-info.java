/** Starts a stand-in for tests of JUnit 5 and 6. Needs JUnit Jupiter on the class path, and nobody else loads it. */
@NullMarked
package dev.attest.standin.junit;

import org.jspecify.annotations.NullMarked;
