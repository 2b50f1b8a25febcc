package dev.attest.standin.pages;

import dev.attest.standin.reports.RunComparison.Change;

/** How the page of two runs tells what became of a test, in the order of the page. */
enum ChangeText {
    NEW(Change.NEW_FAILURE, "New failures", "bad", "They fail, and did not fail before."),
    FIXED(Change.FIXED, "Fixed", "good", "They failed before, and passed."),
    STILL(Change.STILL_FAILING, "Still failing", "bad", "They fail in both runs."),
    SLOWER(Change.SLOWER, "Slower", "wait", "They passed, but took at least twice as long, and 0.5 s longer."),
    SKIPPED(Change.SKIPPED, "Not completed", "wait", "They were completed before, and are skipped or not completed."),
    GONE(Change.GONE, "Gone", "calm", "Only the other run has them."),
    ADDED(Change.ADDED, "Added", "calm", "They are new, and do not fail.");

    private final Change change;
    private final String label;
    private final String tone;
    private final String meaning;

    ChangeText(Change change, String label, String tone, String meaning) {
        this.change = change;
        this.label = label;
        this.tone = tone;
        this.meaning = meaning;
    }

    Change change() {
        return change;
    }

    String label() {
        return label;
    }

    /** Returns the name in a run that is in progress. */
    String liveLabel() {
        return this == GONE ? "Not there yet" : label;
    }

    String tone() {
        return tone;
    }

    String meaning() {
        return meaning;
    }

    /** Returns the name in addresses. */
    String code() {
        return PageText.lower(name());
    }
}
