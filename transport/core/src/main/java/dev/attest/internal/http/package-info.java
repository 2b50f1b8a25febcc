/** Sends HTTP requests. The only package that uses Apache HttpCore, and HttpClient for TLS. */
@NullMarked
package dev.attest.internal.http;

import org.jspecify.annotations.NullMarked;
