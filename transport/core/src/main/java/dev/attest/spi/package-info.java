/** The interface between the adapters of test frameworks and Attest. It may change in a minor version. */
@NullMarked
package dev.attest.spi;

import org.jspecify.annotations.NullMarked;
