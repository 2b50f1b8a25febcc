/** WIQL, the query language for work items, as far as a search for bugs needs it. */
@NullMarked
package dev.attest.standin.azure.wiql;

import org.jspecify.annotations.NullMarked;
