/** What Attest and the stand-in say to each other, held against the specs that Microsoft has published. */
@NullMarked
package dev.attest.systemtests.specs;

import org.jspecify.annotations.NullMarked;
