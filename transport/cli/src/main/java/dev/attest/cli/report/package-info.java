/**
 * Makes one HTML file of the results of a run: from journals or from a service, with what can be shown of their files.
 */
@NullMarked
package dev.attest.cli.report;

import org.jspecify.annotations.NullMarked;
