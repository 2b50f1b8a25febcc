/** What several results say together: a test over time, two runs side by side, the pictures of a run. */
@NullMarked
package dev.attest.standin.reports;

import org.jspecify.annotations.NullMarked;
