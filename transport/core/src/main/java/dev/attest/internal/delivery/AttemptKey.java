package dev.attest.internal.delivery;

/** An attempt at the test of a row. */
record AttemptKey(int row, int attempt) {}
