/** Browsers of tests, wherever the tests keep them and whoever quits them. */
@NullMarked
package dev.attest.systemtests.browsers;

import org.jspecify.annotations.NullMarked;
