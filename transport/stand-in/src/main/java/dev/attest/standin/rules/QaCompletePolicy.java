package dev.attest.standin.rules;

import org.jspecify.annotations.Nullable;

/**
 * What the QAComplete of one running service holds to.
 *
 * @param user the login of the user who may do everything
 * @param password of that user
 * @param seed JSON of projects, users and what is in them; null for a small one of its own
 * @param largestFile in bytes
 * @param oversize how a larger one is answered
 */
public record QaCompletePolicy(
        String user, String password, @Nullable String seed, long largestFile, Oversize oversize) {

    /** The login when none is chosen. */
    public static final String USER = "demo@attest.example";

    /** The password when none is chosen. */
    public static final String PASSWORD = "attest-demo";

    /** The largest file when none is chosen: what the web server below takes unless it is told otherwise. */
    public static final long LARGEST_FILE = 30_000_000;

    /** Returns what holds when nothing is chosen. */
    public static QaCompletePolicy defaults() {
        return new QaCompletePolicy(USER, PASSWORD, null, LARGEST_FILE, Oversize.JSON_413);
    }

    /** Returns a policy with this user, who may do everything. */
    public QaCompletePolicy withUser(String login, String secret) {
        return new QaCompletePolicy(login, secret, seed, largestFile, oversize);
    }

    /** Returns a policy that begins with these projects, users and entities. */
    public QaCompletePolicy withSeed(String json) {
        return new QaCompletePolicy(user, password, json, largestFile, oversize);
    }

    /** Returns a policy that takes no larger files, and answers them in this way. */
    public QaCompletePolicy withLargestFile(long bytes, Oversize answer) {
        return new QaCompletePolicy(user, password, seed, bytes, answer);
    }
}
