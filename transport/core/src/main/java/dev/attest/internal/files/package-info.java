/** Copies and zips attached files, and derives their types. */
@NullMarked
package dev.attest.internal.files;

import org.jspecify.annotations.NullMarked;
