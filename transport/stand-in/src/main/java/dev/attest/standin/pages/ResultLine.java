package dev.attest.standin.pages;

import dev.attest.standin.store.ResultRow;

/** A result in few words. */
record ResultLine(int id, String title, String outcome, String state, String duration) {

    static ResultLine of(ResultRow row) {
        var title = row.title().isBlank() ? "Result " + row.id() : row.title();
        return new ResultLine(
                row.id(), Texts.visible(title), row.outcome(), row.state(), Texts.duration(row.durationMs()));
    }

    boolean completed() {
        return state.equals("Completed");
    }

    String tone() {
        return Texts.tone(outcome);
    }
}
