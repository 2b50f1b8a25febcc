/** The routes of the REST API, and the JSON in and out of them. */
@NullMarked
package dev.attest.standin.wire;

import org.jspecify.annotations.NullMarked;
