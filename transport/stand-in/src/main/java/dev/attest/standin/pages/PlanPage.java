package dev.attest.standin.pages;

import java.util.List;

/** A test plan with its points. */
record PlanPage(int id, String project, String name, List<Point> points) {

    /**
     * A test point with its outcome.
     *
     * @param result the page of its last result, empty when there is none
     */
    record Point(int id, String suite, int caseId, String title, String configuration, String outcome, String result) {

        String tone() {
            return Texts.tone(outcome);
        }
    }
}
