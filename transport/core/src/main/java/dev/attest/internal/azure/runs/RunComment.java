package dev.attest.internal.azure.runs;

import dev.attest.internal.journal.event.Run;
import dev.attest.internal.text.Texts;
import java.util.regex.Pattern;

/**
 * The comment of a run. Its first line is for Attest, which finds runs by the markers in it; the second one is for
 * people. Later, the marker of a continuation may follow.
 *
 * <pre>
 * Published by Attest from host7. attest-run:9f3c2a
 * build 4711 of shop/CI/verify (GitHub Actions), branch main, commit 1a2b3c4d, https://..., started by ann
 * </pre>
 */
final class RunComment {

    /** The service takes 1000 characters; a continuation still adds some. */
    private static final int LONGEST = 950;

    private static final int LONGEST_HOST = 200;
    private static final int LEAST = 20;

    /** Part of the comment of a run that hosts share. */
    private static final String SHARED = "and other hosts";

    /** What a stranger could name a branch or a host, so that the comment would say something else. */
    private static final Pattern LOOKS_LIKE_A_MARKER = Pattern.compile("attest-(\\w+):");

    private RunComment() {}

    /** Returns the part of the comment that identifies the run. */
    static String marker(Run run) {
        return "attest-run:" + run.token();
    }

    /** Returns whether a comment is that of a run that hosts share. */
    static boolean isShared(String comment) {
        return comment.contains(SHARED);
    }

    /** @param lacking marker of what the run lacks; empty if it lacks nothing */
    static String of(Run run, String lacking) {
        String host = harmless(Texts.cut(Texts.clean(run.computer()).strip(), LONGEST_HOST, "…"));
        String from = (host.isEmpty() ? "" : " from " + host) + (run.acrossHosts() ? " " + SHARED : "");
        String first = "Published by Attest" + from + ". " + marker(run) + (lacking.isEmpty() ? "" : " " + lacking);
        String description = harmless(run.origin().description());
        int room = LONGEST - first.length() - 1;
        return description.isEmpty() || room < LEAST ? first : first + "\n" + Texts.line(description, room);
    }

    private static String harmless(String text) {
        return LOOKS_LIKE_A_MARKER.matcher(text).replaceAll("attest-$1 ").replace(SHARED, "and others");
    }
}
