/** Finds the browsers of a test and takes screenshots of them. */
@NullMarked
package dev.attest.internal.browser;

import org.jspecify.annotations.NullMarked;
