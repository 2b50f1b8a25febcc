/** When the results of a run were made, and how long each took: what a chart shows of many results. */
@NullMarked
package dev.attest.standin.timeline;

import org.jspecify.annotations.NullMarked;
