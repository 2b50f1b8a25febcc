/** Things of the services that a test can put files on, besides its result. */
@NullMarked
package dev.attest.store;

import org.jspecify.annotations.NullMarked;
