/** The rules of the emulated services: products, API versions, assumptions and refusals. */
@NullMarked
package dev.attest.standin.rules;

import org.jspecify.annotations.NullMarked;
