package dev.attest.internal.journal.event;

/** Checks the numbers in lines of a journal, which may be damaged or written by anybody. */
final class JournalNumbers {

    /** No run has more tests; a larger number would take memory for all rows below it. */
    private static final int MOST_ROWS = 10_000_000;

    private static final int MOST_ATTACHMENTS = 100_000_000;

    private JournalNumbers() {}

    static void check(int row, int attempt) {
        if (row < 1 || row > MOST_ROWS || attempt < 1) {
            throw new IllegalArgumentException("rows and attempts count from 1: row " + row + ", attempt " + attempt);
        }
    }

    static void checkAttachment(int number) {
        if (number < 1 || number > MOST_ATTACHMENTS) {
            throw new IllegalArgumentException("attachments count from 1: " + number);
        }
    }
}
