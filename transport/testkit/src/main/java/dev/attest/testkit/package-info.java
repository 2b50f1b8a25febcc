/**
 * What tests of several modules share: a fake recorder, child JVMs, a forked Maven, a service at a socket and views of
 * it.
 */
@NullMarked
package dev.attest.testkit;

import org.jspecify.annotations.NullMarked;
