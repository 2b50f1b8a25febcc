/** Reports the tests of the JUnit Platform, with details from Jupiter. */
@NullMarked
package dev.attest.junit5;

import org.jspecify.annotations.NullMarked;
