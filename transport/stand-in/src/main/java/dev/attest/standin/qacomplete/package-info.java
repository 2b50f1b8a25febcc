/** The REST API of SmartBear QAComplete, as far as the publishing of tests needs it. */
@NullMarked
package dev.attest.standin.qacomplete;

import org.jspecify.annotations.NullMarked;
