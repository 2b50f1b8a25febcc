/** Recordings of trials at services, played against the stand-in and against the client. */
@NullMarked
package dev.attest.systemtests.recordings;

import org.jspecify.annotations.NullMarked;
