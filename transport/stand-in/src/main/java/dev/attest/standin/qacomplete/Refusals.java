package dev.attest.standin.qacomplete;

import dev.attest.standin.rules.Refusal;

/** The refusals with the texts that the documents of QAComplete print. Their status is that of its framework. */
final class Refusals {

    private Refusals() {}

    /** A project that does not exist, or a right that the user does not have: the two look alike. */
    static Refusal denied() {
        return new Refusal(403, "UnauthorizedAccessException", "Access is denied");
    }

    static Refusal notThere() {
        return new Refusal(404, "FileNotFoundException", "File or directory not found");
    }

    static Refusal bad(String message) {
        return new Refusal(400, "ArgumentException", message);
    }
}
