package dev.attest.cli;

/** The numbers of results and attachments: {@code {"results":3,"attachments":1}}. */
record ItemCounts(int results, int attachments) {

    static final ItemCounts NONE = new ItemCounts(0, 0);

    ItemCounts plus(ItemCounts other) {
        return new ItemCounts(results + other.results, attachments + other.attachments);
    }

    boolean isNone() {
        return results == 0 && attachments == 0;
    }

    int all() {
        return results + attachments;
    }

    /** Returns such as {@code 3 results and 1 attachment}. */
    String inWords() {
        return Plurals.both(results, attachments);
    }
}
