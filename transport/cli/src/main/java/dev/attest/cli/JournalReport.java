package dev.attest.cli;

import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.InspectedJournal.State;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.status.DestinationStatus;
import dev.attest.internal.status.JournalStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/**
 * The state of a journal, as status prints it.
 *
 * <pre>
 * {"folder":"...","state":"left","pid":17,"host":"","title":"shop","started":"2026-11-21T09:30:00Z","url":"https://...",
 *  "waiting":{...},"delivered":{...},"refused":{...},"running":0,"closed":false,"refusals":[],"problem":"","why":"...",
 * "destinations":[{"name":"azure","url":"https://...","waiting":{...},"delivered":{...},"refused":{...},"closed":false}]}
 * </pre>
 *
 * @param state {@code held} by a running JVM, {@code left} by one that ended, or {@code refused}
 * @param pid process that has the journal, or had it when it died; 0 if it closed the journal
 * @param host host of that process, if it is another one; else empty
 * @param closed whether the service knows that the JVM's part of the run is complete
 * @param problem why the journal, or a part of it, cannot be read; empty if it can
 * @param why why it waits or was refused
 * @param destinations the state for each destination; the other counts are sums
 */
record JournalReport(
        String folder,
        String state,
        long pid,
        String host,
        String title,
        String started,
        String url,
        ItemCounts waiting,
        ItemCounts delivered,
        ItemCounts refused,
        int running,
        boolean closed,
        List<String> refusals,
        String problem,
        String why,
        boolean needsReplay,
        List<DestinationReport> destinations) {

    /** The state for one destination. */
    record DestinationReport(
            String name, String url, ItemCounts waiting, ItemCounts delivered, ItemCounts refused, boolean closed) {}

    static JournalReport of(InspectedJournal found) {
        try {
            return of(found, JournalStatus.of(found));
        } catch (IOException e) {
            return new JournalReport(
                    found.folder().toString(),
                    state(found),
                    found.pid(),
                    found.otherHost(),
                    "",
                    "",
                    "",
                    ItemCounts.NONE,
                    ItemCounts.NONE,
                    ItemCounts.NONE,
                    0,
                    false,
                    List.of(),
                    String.valueOf(e.getMessage()),
                    why(found, false),
                    false,
                    List.of());
        }
    }

    private static JournalReport of(InspectedJournal found, JournalStatus standing) {
        Run run = standing.run();
        boolean alive = found.state() == State.IN_USE;
        return new JournalReport(
                found.folder().toString(),
                state(found),
                found.pid(),
                found.otherHost(),
                run == null ? "" : run.title(),
                run == null ? "" : run.started().toString(),
                standing.destinations().stream()
                        .map(share -> share.progress().url())
                        .filter(url -> !url.isEmpty())
                        .findFirst()
                        .orElse(""),
                alive
                        ? new ItemCounts(standing.waitingResults(), standing.waitingAttachments())
                        : DeliveryCounts.waiting(standing),
                DeliveryCounts.delivered(standing),
                DeliveryCounts.refused(standing),
                standing.running(),
                standing.closed(),
                standing.refusals(),
                standing.unreadable() == 0 ? "" : Plurals.count(standing.unreadable(), "piece") + " cannot be read",
                why(found, standing.refusals().isEmpty()),
                found.state() == State.ORPHANED && standing.worthDelivering() && !standing.done(),
                standing.destinations().stream()
                        .map(share -> report(share, alive))
                        .toList());
    }

    private static DestinationReport report(DestinationStatus share, boolean alive) {
        return new DestinationReport(
                share.destination(),
                share.progress().url(),
                alive
                        ? new ItemCounts(
                                share.backlog().results(), share.backlog().attachments())
                        : DeliveryCounts.waiting(share),
                DeliveryCounts.published(share.progress()),
                DeliveryCounts.refused(share.progress()),
                share.closed());
    }

    boolean isAlive() {
        return state.equals("held");
    }

    boolean isLeft() {
        return state.equals("left");
    }

    void print(PrintWriter out) {
        out.println("  %-8s %s: %s".formatted(word(), folder, why));
        if (destinations.size() > 1) {
            destinations.forEach(at -> out.println("           %s: delivered %s; waiting %s; refused %s%s"
                    .formatted(
                            at.name(),
                            at.delivered().inWords(),
                            at.waiting().inWords(),
                            at.refused().inWords(),
                            at.url().isEmpty() ? "" : "  " + at.url())));
        } else {
            out.println("           delivered %s; waiting %s; refused %s"
                    .formatted(delivered.inWords(), waiting.inWords(), refused.inWords()));
        }
        if (isAlive() && running > 0) {
            out.println("           " + Plurals.count(running, "test") + " running");
        }
        if (isLeft() && needsReplay && waiting.isNone()) {
            out.println("           the run is not completed at the service yet");
        }
        refusals.forEach(refusal -> out.println("           refused: " + refusal));
        if (!problem.isEmpty()) {
            out.println("           problem: " + problem);
        }
    }

    private String word() {
        if (isLeft()) {
            return needsReplay || !problem.isEmpty() ? "waiting" : "over";
        }
        return isAlive() ? "alive" : "refused";
    }

    private static String state(InspectedJournal found) {
        return switch (found.state()) {
            case IN_USE -> "held";
            case ORPHANED -> "left";
            case REFUSED -> "refused";
        };
    }

    private static String why(InspectedJournal found, boolean nothingRefused) {
        if (found.state() == State.IN_USE) {
            return "process " + found.pid() + " is running";
        }
        if (found.state() == State.REFUSED) {
            return nothingRefused
                    ? "it is delivered, apart from lines that cannot be read"
                    : "the service refused a part of it permanently";
        }
        if (!found.otherHost().isEmpty()) {
            return "process " + found.pid() + " of host " + found.otherHost()
                    + " has the journal, or died while it had it";
        }
        return found.pid() == 0
                ? "its JVM ended before everything was delivered"
                : "process " + found.pid() + " is gone: it was killed or crashed";
    }
}
