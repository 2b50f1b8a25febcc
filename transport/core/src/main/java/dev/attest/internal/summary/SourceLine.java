package dev.attest.internal.summary;

/**
 * A line of source code.
 *
 * @param file path below the root of the checkout, with slashes; empty if there is none
 * @param line from 1; 0 if there is none
 */
record SourceLine(String file, int line) {

    static final SourceLine NONE = new SourceLine("", 0);
}
