/**
 * Each shape of test and failure, run for real and published for real: what the tests say happened, and what the
 * service has, must be the same. Fixtures call nothing newer than JUnit 5.8, but for those whose name ends in the
 * version that they need: {@code Since513} is left out on every JUnit before 5.13.
 */
@NullMarked
package dev.attest.systemtests.junit5.conformance;

import org.jspecify.annotations.NullMarked;
