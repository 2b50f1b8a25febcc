/** One HTTP exchange at a time: the only package that sees Apache HttpClient. */
@NullMarked
package dev.attest.http;

import org.jspecify.annotations.NullMarked;
