/** Makes text fit for where it is sent: its length, its characters, names of files. */
@NullMarked
package dev.attest.text;

import org.jspecify.annotations.NullMarked;
