/** Writes a page and its files as one MHTML file. The only package that uses Mime4j. */
@NullMarked
package dev.attest.internal.mime;

import org.jspecify.annotations.NullMarked;
