/** The REST client that the destinations share: calls, replies and failure policies. */
@NullMarked
package dev.attest.internal.rest;

import org.jspecify.annotations.NullMarked;
