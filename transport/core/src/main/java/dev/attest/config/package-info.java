/** Where settings come from, which value won, and what is wrong with them. */
@NullMarked
package dev.attest.config;

import org.jspecify.annotations.NullMarked;
