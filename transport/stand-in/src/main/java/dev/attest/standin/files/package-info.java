/** What is in the files that tests attach: it is read within limits, whatever somebody has put into it. */
@NullMarked
package dev.attest.standin.files;

import org.jspecify.annotations.NullMarked;
