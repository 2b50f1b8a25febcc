package dev.attest.internal.azure.history;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.text.Texts;
import java.util.ArrayList;
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

    private static final int LONGEST_COMMENT = 1000;

    void write(List<LookedAt> looked) throws NotDeliveredException {
        Map<String, List<LookedAt>> byRun = new LinkedHashMap<>();
        for (LookedAt each : looked) {
            String words = each.review().judgement().words();
            if (!words.isEmpty() && !each.current().comment().startsWith(words)) {
                byRun.computeIfAbsent(each.id().runId(), run -> new ArrayList<>())
                        .add(each);
            }
        }
        for (Map.Entry<String, List<LookedAt>> run : byRun.entrySet()) {
            JsonText changes = new JsonText().array();
            for (LookedAt each : run.getValue()) {
                changes.object()
                        .member("id", Long.parseLong(each.id().id()))
                        .member("comment", comment(each))
                        .endObject();
            }
            api.patch("note earlier results at test results", api.urls().results(run.getKey()), changes.endArray());
        }
    }

    private static String comment(LookedAt looked) {
        String before = looked.current().comment();
        String words = looked.review().judgement().words();
        return before.isBlank() ? words : Texts.cutWithNote(words + "\n" + before, LONGEST_COMMENT);
    }
}
