/** Converts values to JSON and back. The only package that uses Gson. */
@NullMarked
package dev.attest.internal.json;

import org.jspecify.annotations.NullMarked;
