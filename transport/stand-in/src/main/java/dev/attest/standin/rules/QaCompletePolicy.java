package dev.attest.standin.rules;

import org.jspecify.annotations.Nullable;

/**
 * The behaviour of one running QAComplete.
 *
 * @param user the login of a user with all rights
 * @param password the password of that user
 * @param seed JSON with projects, users and entities; null for the built-in one
 * @param largestFile the largest file in bytes
 * @param oversize how a larger file is answered
 */
public record QaCompletePolicy(
        String user, String password, @Nullable String seed, long largestFile, Oversize oversize) {

    /** The default login. */
    public static final String USER = "demo@attest.example";

    /** The default password. */
    public static final String PASSWORD = "attest-demo";

    /** The default of the largest file, which is the default of the web server of the real product. */
    public static final long LARGEST_FILE = 30_000_000;

    /** Returns the defaults. */
    public static QaCompletePolicy defaults() {
        return new QaCompletePolicy(USER, PASSWORD, null, LARGEST_FILE, Oversize.JSON_413);
    }

    /** Returns a policy with these projects, users and entities. */
    public QaCompletePolicy withSeed(String json) {
        return new QaCompletePolicy(user, password, json, largestFile, oversize);
    }

    /** Returns a policy with this limit on files, and this answer to larger ones. */
    public QaCompletePolicy withLargestFile(long bytes, Oversize answer) {
        return new QaCompletePolicy(user, password, seed, bytes, answer);
    }
}
