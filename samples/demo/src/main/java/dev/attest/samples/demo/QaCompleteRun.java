package dev.attest.samples.demo;

import java.util.Map;

/**
 * A run of a test set as QAComplete has it, with counts of its items by status.
 *
 * @param reports how many items have a report
 */
record QaCompleteRun(String testSet, String status, String url, Map<String, Integer> statuses, int reports) {

    String text() {
        return "QAComplete: " + testSet + " (" + status + ")\n  " + url + "\n  items:   " + Counts.text(statuses)
                + "\n  reports: " + reports;
    }
}
