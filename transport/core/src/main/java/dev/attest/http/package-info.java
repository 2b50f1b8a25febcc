/** Sends HTTP requests. The only package that uses Apache HttpClient. */
@NullMarked
package dev.attest.http;

import org.jspecify.annotations.NullMarked;
