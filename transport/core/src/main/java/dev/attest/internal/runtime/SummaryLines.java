package dev.attest.internal.runtime;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.publish.PublishResult;
import dev.attest.internal.recorder.ReportedCount;
import dev.attest.internal.summary.Counts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The last lines of a run: what the tests came to, where the results are, and only if there is any, what was not
 * published, why, and what becomes of it.
 *
 * <pre>
 * Attest: 120 tests: 117 passed, 1 failed, 2 skipped, 3 passed only after a retry; https://...
 *
 * Attest: 12 tests in 13 attempts: 12 passed, 1 passed only after a retry
 * Attest: Azure DevOps: https://...
 * Attest: QAComplete: 13 results and 4 attachments wait: &lt;why&gt;
 * Attest: waiting items are in &lt;folder&gt; and are published with the next run
 * </pre>
 */
final class SummaryLines {

    private static final String PREFIX = "Attest: ";

    /**
     * Where items are that were not published.
     *
     * @param durable whether the journal is on disk
     * @param waiting the folder of those that wait
     * @param refused the folder of those that a service has refused
     * @param unwritten number of records that are not on disk
     */
    record Kept(boolean durable, String waiting, String refused, int unwritten) {}

    private final ReportedCount results;
    private final ReportedCount attachments;
    private final Kept kept;
    private final boolean hasService;
    private final List<ServiceLine> services = new ArrayList<>();

    /**
     * @param elsewhere returns how many attachments are only for destinations other than the given one
     * @param published what was published to each destination
     * @param incomplete destinations whose settings are incomplete
     */
    SummaryLines(
            ReportedCount results,
            ReportedCount attachments,
            ToIntFunction<String> elsewhere,
            List<PublishResult> published,
            Collection<String> incomplete,
            Kept kept) {
        this.results = results;
        this.attachments = attachments;
        this.kept = kept;
        List<PublishResult> all = new ArrayList<>(published);
        for (String name : incomplete) {
            String why = "its settings are incomplete (see the warning above)";
            all.add(new PublishResult(name, Progress.none(), why, List.of(), List.of()));
        }
        hasService = !all.isEmpty();
        for (PublishResult each : all) {
            int others = elsewhere.applyAsInt(each.destination());
            services.add(new ServiceLine(each, results, attachments, others, kept.durable()));
        }
    }

    /** Returns all lines. */
    List<String> all(Counts tests) {
        List<String> lines = new ArrayList<>();
        boolean one = services.size() == 1;
        String page = one ? services.get(0).url() : "";
        lines.add(PREFIX + tests(tests) + (page.isEmpty() ? "" : "; " + page));
        for (ServiceLine service : services) {
            String text = service.text(!one);
            if (!text.isEmpty()) {
                lines.add(PREFIX + text);
            }
        }
        lines.addAll(fate());
        return lines;
    }

    /** Returns the lines on what is not published. */
    List<String> troubles() {
        List<String> lines = new ArrayList<>();
        for (ServiceLine service : services) {
            if (service.lacksSomething()) {
                lines.add(PREFIX + service.text(true));
            }
        }
        lines.addAll(fate());
        return lines;
    }

    /** Attempts are named where there are more of them than tests: they are what is published, waits or is refused. */
    private String tests(Counts tests) {
        int all = tests.all();
        int attempts = results.all() - results.lost();
        String counted = ItemCount.count(all, "test");
        if (attempts > all) {
            counted += " in " + ItemCount.count(attempts, "attempt");
        }
        return all == 0 ? counted : counted + ": " + tests.inWords();
    }

    private List<String> fate() {
        List<String> lines = new ArrayList<>();
        ItemCount lost = new ItemCount(results.lost(), attachments.lost());
        if (!lost.isEmpty()) {
            lines.add(PREFIX + lost.inWords("is", "are") + " lost (see the warning above)");
        }
        ItemCount recorded = new ItemCount(results.all() - results.lost(), attachments.all() - attachments.lost());
        boolean waits = false;
        boolean refused = false;
        for (ServiceLine service : services) {
            waits |= service.waits();
            refused |= service.refused();
        }
        if (!hasService && !recorded.isEmpty()) {
            lines.add(PREFIX + recorded.inWords("waits", "wait") + " in " + kept.waiting()
                    + ", as no service is set; the next run with a service publishes them" + unwritten());
        } else if (waits && kept.durable()) {
            lines.add(PREFIX + "waiting items are in " + kept.waiting() + " and are published with the next run"
                    + unwritten());
        }
        if (refused && kept.durable()) {
            lines.add(PREFIX + "refused items are kept in " + kept.refused());
        }
        return lines;
    }

    private String unwritten() {
        return kept.unwritten() == 0
                ? ""
                : ", except " + ItemCount.count(kept.unwritten(), "record")
                        + " that could not be written to disk, and " + (kept.unwritten() == 1 ? "is" : "are")
                        + " lost";
    }
}
