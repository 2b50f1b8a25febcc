/** The same jar on every JUnit from the floor up. */
@NullMarked
package dev.attest.systemtests.junit5;

import org.jspecify.annotations.NullMarked;
