/** Tests that cross a socket, start a JVM or a Maven. Each subject has a package. */
@NullMarked
package dev.attest.systemtests;

import org.jspecify.annotations.NullMarked;
