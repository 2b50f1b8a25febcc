/** Pages with all that belongs to them in one file: the only package that sees Mime4j. */
@NullMarked
package dev.attest.mime;

import org.jspecify.annotations.NullMarked;
