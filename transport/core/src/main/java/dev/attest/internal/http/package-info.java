/** Sends HTTP requests. The only package that uses Apache HttpClient. */
@NullMarked
package dev.attest.internal.http;

import org.jspecify.annotations.NullMarked;
