/** What earlier results of a test say about its last one: new, known, flaky, slow. */
@NullMarked
package dev.attest.internal.history;

import org.jspecify.annotations.NullMarked;
