/** The port through which Attest publishes: requests to a service, and their results. */
@NullMarked
package dev.attest.internal.destination;

import org.jspecify.annotations.NullMarked;
