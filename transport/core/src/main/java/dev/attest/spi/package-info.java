/**
 * What the adapters of test frameworks report through: the session, the events and evidence of tests, their identity
 * and outcome. For adapters: it may change in a minor version.
 */
@NullMarked
package dev.attest.spi;

import org.jspecify.annotations.NullMarked;
