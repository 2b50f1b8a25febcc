/**
 * Each shape of test and failure that TestNG knows, run for real and published for real: what the tests say happened,
 * and what the service has, must be the same. Fixtures call nothing newer than TestNG 7.5, but for those whose name
 * ends in the version that they need: {@code Since76} is left out on every TestNG before 7.6.
 */
@NullMarked
package dev.attest.systemtests.testng.conformance;

import org.jspecify.annotations.NullMarked;
