package dev.attest.internal.runtime;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.publish.PublishResult;
import java.util.ArrayList;
import java.util.List;

/** Prints the end of a run: rejections, results recovered from earlier runs, the summary line, and remarks. */
record RunSummary(UserConsole userConsole, List<PublishResult> published) {

    private static final int MAX_REFUSALS = 10;
    private static final int MAX_REMARKS = 20;

    void print(String summaryLine) {
        for (PublishResult each : published) {
            List<String> refusals = each.progress().refusals();
            for (int i = 0; i < refusals.size() && i < MAX_REFUSALS; i++) {
                userConsole.warn(refusals.get(i));
            }
            for (Progress earlier : each.recovered()) {
                printRecovered(earlier);
            }
        }
        userConsole.print(summaryLine);
        printRemarks();
    }

    private void printRecovered(Progress earlier) {
        userConsole.print("Attest: delivered what an earlier run had left behind: "
                + earlier.results().published() + " results, "
                + earlier.attachments().published() + " attachments; " + earlier.url());
    }

    private void printRemarks() {
        List<String> remarks = new ArrayList<>();
        for (PublishResult each : published) {
            remarks.addAll(each.remarks());
        }
        for (int i = 0; i < remarks.size() && i < MAX_REMARKS; i++) {
            userConsole.print("Attest: " + remarks.get(i));
        }
        if (remarks.size() > MAX_REMARKS) {
            userConsole.print("Attest: ... and " + (remarks.size() - MAX_REMARKS) + " more");
        }
    }
}
