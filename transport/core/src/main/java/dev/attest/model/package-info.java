/** Test runs, results and attachments as values, independent of any service. */
@NullMarked
package dev.attest.model;

import org.jspecify.annotations.NullMarked;
