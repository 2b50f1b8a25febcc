package dev.attest.samples.demo;

import java.util.Map;
import java.util.Set;

/**
 * A run as the service has it, with counts of its results by outcome and of its attachments by type.
 *
 * @param failure the first result that failed; 0 for none
 * @param retried how many results have more than one attempt
 */
record PublishedRun(
        int id,
        String name,
        String state,
        String url,
        Map<String, Integer> outcomes,
        int failure,
        int retried,
        Map<String, Integer> attachments) {

    /** Returns whether there was nothing to run them with, such as a browser. */
    boolean isSkipped() {
        return outcomes.keySet().equals(Set.of("NotExecuted"));
    }

    String text() {
        return name + " (" + state + ")\n  " + url + "\n  results:     " + Counts.text(outcomes)
                + (retried == 0 ? "" : "; " + retried + " tried more than once") + "\n  attachments: "
                + Counts.text(attachments)
                + (isSkipped() ? "\n  none of its tests ran: their results say why" : "");
    }
}
