/** Suites that child JVMs of several packages run. */
@NullMarked
package dev.attest.systemtests.suites;

import org.jspecify.annotations.NullMarked;
