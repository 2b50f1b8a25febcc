/** What the destinations with a REST API share: one call, its reply, and what a failed call means. */
@NullMarked
package dev.attest.internal.rest;

import org.jspecify.annotations.NullMarked;
