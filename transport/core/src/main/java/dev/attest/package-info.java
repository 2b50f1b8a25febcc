/** The door for tests, and the recorder through which frameworks report. */
@NullMarked
package dev.attest;

import org.jspecify.annotations.NullMarked;
