/** Reports to Attest what TestNG runs. */
@NullMarked
package dev.attest.testng;

import org.jspecify.annotations.NullMarked;
