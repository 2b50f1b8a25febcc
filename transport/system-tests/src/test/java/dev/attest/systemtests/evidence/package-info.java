/** Console output, files and pictures of real suites: each is on the test that it belongs to. */
@NullMarked
package dev.attest.systemtests.evidence;

import org.jspecify.annotations.NullMarked;
