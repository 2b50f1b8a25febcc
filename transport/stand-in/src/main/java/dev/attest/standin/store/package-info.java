/** Keeps runs, results and attachments: rows in H2, bytes in files. */
@NullMarked
package dev.attest.standin.store;

import org.jspecify.annotations.NullMarked;
