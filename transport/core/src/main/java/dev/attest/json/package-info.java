/** Converts values to JSON and back. The only package that uses Gson. */
@NullMarked
package dev.attest.json;

import org.jspecify.annotations.NullMarked;
