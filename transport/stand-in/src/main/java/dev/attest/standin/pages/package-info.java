/** The HTML pages of the stand-in. */
@NullMarked
package dev.attest.standin.pages;

import org.jspecify.annotations.NullMarked;
