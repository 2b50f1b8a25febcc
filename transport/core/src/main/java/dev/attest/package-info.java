/** The API for tests: {@link dev.attest.Attest} and the annotations. */
@NullMarked
package dev.attest;

import org.jspecify.annotations.NullMarked;
