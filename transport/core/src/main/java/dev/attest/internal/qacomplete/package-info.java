/** SmartBear QAComplete as a destination: test runs, items, reports, files and failure policies. */
@NullMarked
package dev.attest.internal.qacomplete;

import org.jspecify.annotations.NullMarked;
