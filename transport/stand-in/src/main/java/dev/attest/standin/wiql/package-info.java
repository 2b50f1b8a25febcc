/** The query language of work items, as far as finding bugs needs it. */
@NullMarked
package dev.attest.standin.wiql;

import org.jspecify.annotations.NullMarked;
