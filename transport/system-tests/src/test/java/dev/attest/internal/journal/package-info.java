/** The journal on a disk that a test has a hand in: here, since only these tests deliver from it to a service. */
@NullMarked
package dev.attest.internal.journal;

import org.jspecify.annotations.NullMarked;
