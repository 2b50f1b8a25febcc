package dev.attest.internal.azure.history;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.history.Judgement;
import dev.attest.internal.history.Judgement.Kind;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.rest.NotDeliveredException;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts what the past of a test says in front of the comment of its result. Other members of the result stay as they
 * are.
 *
 * <pre>[{"id":100001,"comment":"failing since build 20261201.3 (2026-12-01)\nRelates to ..."}]</pre>
 *
 * @see <a href="https://learn.microsoft.com/rest/api/azure/devops/test/results/update">Results: Update</a>
 */
record ResultNotes(AzureApi api) {

    private static final GuardedLogger LOG = GuardedLogger.of(ResultNotes.class);

    /** A note for which there is no room would cost a part of what is there. */
    private static final int LONGEST_COMMENT = 1000;

    /** Returns how many results could not get their note. */
    int write(List<LookedAt> looked) {
        Map<String, Map<Long, String>> byRun = new LinkedHashMap<>();
        for (LookedAt each : looked) {
            Judgement judgement = each.review().judgement();
            // That nothing is known needs no note: in a new project, it would be at each failure.
            String words = judgement.kind() == Kind.FIRST ? "" : judgement.words();
            String before = each.current().comment();
            String comment = before.isBlank() ? words : words + "\n" + before;
            if (!words.isEmpty() && comment.length() <= LONGEST_COMMENT) {
                byRun.computeIfAbsent(each.id().runId(), run -> new LinkedHashMap<>())
                        .put(Long.parseLong(each.id().id()), comment);
            }
        }
        int missing = 0;
        for (Map.Entry<String, Map<Long, String>> run : byRun.entrySet()) {
            missing += write(run.getKey(), run.getValue()) ? 0 : run.getValue().size();
        }
        return missing;
    }

    private boolean write(String run, Map<Long, String> comments) {
        JsonText changes = new JsonText().array();
        for (Map.Entry<Long, String> each : comments.entrySet()) {
            changes.object()
                    .member("id", each.getKey())
                    .member("comment", each.getValue())
                    .endObject();
        }
        try {
            api.patch("note earlier results at test results", api.urls().results(run), changes.endArray());
            return true;
        } catch (NotDeliveredException e) {
            LOG.log(Level.DEBUG, () -> "Earlier results are not noted in run " + run, e);
            return false;
        }
    }
}
