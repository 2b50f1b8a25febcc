/** Finds the classes of the user that a test uses, and tells which of them are initialized. */
@NullMarked
package dev.attest.internal.browser.classes;

import org.jspecify.annotations.NullMarked;
