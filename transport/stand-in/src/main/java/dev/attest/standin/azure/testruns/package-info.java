/** Test runs, their results, sub-results and attachments. */
@NullMarked
package dev.attest.standin.azure.testruns;

import org.jspecify.annotations.NullMarked;
