/** Reports the tests of TestNG to Attest. */
@NullMarked
package dev.attest.testng;

import org.jspecify.annotations.NullMarked;
