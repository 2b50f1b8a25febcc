/** JSON text to values and back: the only package that sees Gson. */
@NullMarked
package dev.attest.json;

import org.jspecify.annotations.NullMarked;
