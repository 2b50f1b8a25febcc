/** Work items, their files, their history, and queries for them. */
@NullMarked
package dev.attest.standin.azure.workitems;

import org.jspecify.annotations.NullMarked;
