/** Makes text valid for the services: length, characters, file names. */
@NullMarked
package dev.attest.internal.text;

import org.jspecify.annotations.NullMarked;
