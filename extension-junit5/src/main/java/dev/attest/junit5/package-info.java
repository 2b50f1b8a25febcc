/** Reports what the JUnit Platform runs, and adds what only Jupiter knows. */
@NullMarked
package dev.attest.junit5;

import org.jspecify.annotations.NullMarked;
