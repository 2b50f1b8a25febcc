package dev.attest;

/**
 * How many of a kind a framework reported.
 *
 * @param all all of them
 * @param lost those that could not be written to the journal
 */
record Reported(int all, int lost) {}
