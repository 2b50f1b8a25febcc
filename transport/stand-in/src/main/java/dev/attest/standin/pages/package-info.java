/** Shows what was published to people with a browser. */
@NullMarked
package dev.attest.standin.pages;

import org.jspecify.annotations.NullMarked;
