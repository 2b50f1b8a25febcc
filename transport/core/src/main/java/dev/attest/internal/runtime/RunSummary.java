package dev.attest.internal.runtime;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.publish.PublishResult;
import java.util.List;

/** What is said when a run is over: what was refused, what was delivered of earlier runs, the last line, remarks. */
final class RunSummary {

    private static final int MOST_REFUSALS = 10;
    private static final int MOST_REMARKS = 20;

    private final UserConsole notices;
    private final List<PublishResult> published;

    RunSummary(UserConsole notices, List<PublishResult> published) {
        this.notices = notices;
        this.published = published;
    }

    /** Says it around the last line. */
    void say(String lastLine) {
        for (PublishResult each : published) {
            each.progress().refusals().stream().limit(MOST_REFUSALS).forEach(notices::warn);
            each.recovered().forEach(this::sayWhatWasRecovered);
        }
        notices.say(lastLine);
        sayRemarks();
    }

    private void sayWhatWasRecovered(Progress earlier) {
        notices.say("Attest: delivered what an earlier run had left behind: "
                + earlier.results().published() + " results, "
                + earlier.attachments().published() + " attachments; " + earlier.url());
    }

    private void sayRemarks() {
        List<String> remarks =
                published.stream().flatMap(each -> each.remarks().stream()).toList();
        remarks.stream().limit(MOST_REMARKS).forEach(remark -> notices.say("Attest: " + remark));
        if (remarks.size() > MOST_REMARKS) {
            notices.say("Attest: ... and " + (remarks.size() - MOST_REMARKS) + " more");
        }
    }
}
