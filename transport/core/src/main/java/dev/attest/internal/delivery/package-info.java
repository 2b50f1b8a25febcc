/**
 * Delivers one journal to one destination, until the destination has accepted or refused everything. The classes of a
 * delivery are not thread-safe: the thread of its {@link dev.attest.internal.delivery.DestinationWorker} owns them.
 */
@NullMarked
package dev.attest.internal.delivery;

import org.jspecify.annotations.NullMarked;
