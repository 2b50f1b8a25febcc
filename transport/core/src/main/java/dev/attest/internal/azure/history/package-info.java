/** Earlier results of tests: what the service knows of them, and what Attest notes at the results. */
@NullMarked
package dev.attest.internal.azure.history;

import org.jspecify.annotations.NullMarked;
