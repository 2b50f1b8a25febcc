/** Reads attached files: archives, JSON, ranges and videos, each within a limit, whatever somebody has put into it. */
@NullMarked
package dev.attest.standin.files;

import org.jspecify.annotations.NullMarked;
