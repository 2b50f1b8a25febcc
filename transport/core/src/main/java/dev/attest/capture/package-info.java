/** What tests leave behind besides their outcome, and what of it must not leave the process. */
@NullMarked
package dev.attest.capture;

import org.jspecify.annotations.NullMarked;
