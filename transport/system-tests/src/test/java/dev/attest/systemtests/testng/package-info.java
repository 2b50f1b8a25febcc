/** The same jar on every TestNG from the floor up, and on whatever runs it. */
@NullMarked
package dev.attest.systemtests.testng;

import org.jspecify.annotations.NullMarked;
