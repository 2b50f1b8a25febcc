/** The HTTP server: who may call, which fault applies, which API answers, and how the reply leaves. */
@NullMarked
package dev.attest.standin.server;

import org.jspecify.annotations.NullMarked;
