/** The routes of the service, and a log of the requests that it received. */
@NullMarked
package dev.attest.standin.traffic;

import org.jspecify.annotations.NullMarked;
