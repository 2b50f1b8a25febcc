/** What a JVM finds out about the processes above it: here, since only a child JVM has a clock that can be set. */
@NullMarked
package dev.attest.internal.config;

import org.jspecify.annotations.NullMarked;
