/** The port through which Attest publishes: what a service is asked, and what it answers. */
@NullMarked
package dev.attest.internal.destination;

import org.jspecify.annotations.NullMarked;
