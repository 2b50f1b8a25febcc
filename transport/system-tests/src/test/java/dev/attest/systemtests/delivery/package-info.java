/** Real suites in JVMs of their own and a real socket: every result arrives once, whatever fails on the way. */
@NullMarked
package dev.attest.systemtests.delivery;

import org.jspecify.annotations.NullMarked;
