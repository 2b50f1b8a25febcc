/** SmartBear QAComplete: test runs, their items, reports, files, and what its refusals mean. */
@NullMarked
package dev.attest.internal.qacomplete;

import org.jspecify.annotations.NullMarked;
