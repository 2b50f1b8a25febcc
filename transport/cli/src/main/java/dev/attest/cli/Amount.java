package dev.attest.cli;

/** How many of each kind: {@code {"results":3,"attachments":1}}. */
record Amount(int results, int attachments) {

    static final Amount NONE = new Amount(0, 0);

    Amount plus(Amount other) {
        return new Amount(results + other.results, attachments + other.attachments);
    }

    boolean isNone() {
        return results == 0 && attachments == 0;
    }

    int all() {
        return results + attachments;
    }

    /** Returns such as {@code 3 results and 1 attachment}. */
    String inWords() {
        return Words.both(results, attachments);
    }
}
