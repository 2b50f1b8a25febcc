package dev.attest.internal.browser;

import dev.attest.internal.browser.Session.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the reason why a failed test has no picture although there was a browser. */
final class MissingPicture {

    private MissingPicture() {}

    /**
     * Returns a sentence; empty if there was no browser.
     *
     * @param open all open sessions
     * @param own what is known of the browsers of the test
     */
    static String reason(String key, Thread thread, List<Session> open, @Nullable TestPictures own) {
        String closed = own == null ? "" : own.closedUnseen();
        if (!closed.isEmpty()) {
            return "No screenshot: the browser of " + closed + " was closed before the test had failed."
                    + " Without attest.screenshot.before-quit=false its last page is kept.";
        }
        for (Session session : open) {
            if (session.claimOf(key, thread) == Claim.BUSY) {
                return "No screenshot: the browser of session " + session.id()
                        + " had not answered the last command of the test. A shorter timeout of the command helps.";
            }
        }
        if (!open.isEmpty()) {
            return "No screenshot: the test used none of the " + open.size()
                    + " open browsers last. A browser that it shares with others belongs to the test that used it last.";
        }
        return SessionWatch.blindness();
    }
}
