/** Tests whose class loaders load Attest once more. */
@NullMarked
package dev.attest.systemtests.loaders;

import org.jspecify.annotations.NullMarked;
