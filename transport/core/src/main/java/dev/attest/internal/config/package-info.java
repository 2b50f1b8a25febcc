/** Declares the settings, reads them from their sources, and warns about values that are not usable. */
@NullMarked
package dev.attest.internal.config;

import org.jspecify.annotations.NullMarked;
