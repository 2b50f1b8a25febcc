/** Delivers one journal to one destination, until the destination has acknowledged or refused all of it. */
@NullMarked
package dev.attest.internal.delivery;

import org.jspecify.annotations.NullMarked;
