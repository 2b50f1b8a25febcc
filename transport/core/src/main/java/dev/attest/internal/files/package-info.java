/** Copies, zips and types the files that tests attach. */
@NullMarked
package dev.attest.internal.files;

import org.jspecify.annotations.NullMarked;
