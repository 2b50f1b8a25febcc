/** What the reports of frameworks and build tools say, and what was published. */
@NullMarked
package dev.attest.systemtests.reports;

import org.jspecify.annotations.NullMarked;
