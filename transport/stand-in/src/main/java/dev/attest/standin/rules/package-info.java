/** What the service refuses and which versions it speaks, apart from how either travels. */
@NullMarked
package dev.attest.standin.rules;

import org.jspecify.annotations.NullMarked;
