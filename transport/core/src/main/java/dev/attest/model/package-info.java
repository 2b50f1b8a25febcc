/** What happened: the run, its results and their evidence, as values that no service has seen yet. */
@NullMarked
package dev.attest.model;

import org.jspecify.annotations.NullMarked;
