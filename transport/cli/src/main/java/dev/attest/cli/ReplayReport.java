package dev.attest.cli;

import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.InspectedJournal.State;
import dev.attest.internal.recovery.Replay;
import dev.attest.internal.recovery.ReplayOutcome;
import dev.attest.internal.recovery.ReplayOutcome.Fate;
import dev.attest.internal.status.DestinationStatus;
import dev.attest.internal.status.JournalStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a replay did.
 *
 * <pre>
 * {"journal":"/shop/target/attest","delivered":{"results":3,"attachments":1},"refused":{"results":0,"attachments":0},
 *  "runs":[{"url":"https://...","delivered":{...},"refused":{...},"refusals":["Result of ..."],"keptIn":[]}],
 *  "waiting":[{"folder":"/shop/target/attest/b-1/17-0a1b2c3d","destination":"azure","amount":{...},"reason":"..."}],
 *  "notOpened":["left ... as it is: ..."],"remarks":[],"alive":0}
 * </pre>
 *
 * @param delivered the sum of what this replay delivered
 * @param refused the sum of what services refused during this replay
 * @param notOpened journals without a running JVM that could not be opened
 * @param remarks further messages for the user
 * @param alive number of running JVMs, which deliver their journals themselves
 */
record ReplayReport(
        String journal,
        ItemCounts delivered,
        ItemCounts refused,
        List<DeliveredRun> runs,
        List<Waiting> waiting,
        List<String> notOpened,
        List<String> remarks,
        int alive) {

    private static final int MOST_REMARKS = 20;

    /** So many journals that wait for the same reason are named. More are counted. */
    private static final int MOST_JOURNALS = 5;

    /** A run, and what was delivered to it. */
    record DeliveredRun(
            String url, ItemCounts delivered, ItemCounts refused, List<String> refusals, List<String> keptIn) {

        DeliveredRun plus(DeliveredRun more) {
            return new DeliveredRun(
                    url,
                    delivered.plus(more.delivered),
                    refused.plus(more.refused),
                    both(refusals, more.refusals),
                    both(keptIn, more.keptIn));
        }

        private static List<String> both(List<String> some, List<String> more) {
            List<String> all = new ArrayList<>(some);
            all.addAll(more);
            return all;
        }
    }

    /** A journal that still waits for a destination, and why; the name is empty if that destination is not set. */
    record Waiting(String folder, String destination, ItemCounts amount, String reason) {}

    /** @param left the journals that are there after the replay */
    static ReplayReport of(Path journal, Replay replay, List<InspectedJournal> left, int alive) throws IOException {
        List<ReplayOutcome> outcomes = replay.outcomes();
        Map<String, DeliveredRun> runs = new LinkedHashMap<>();
        List<Waiting> waiting = new ArrayList<>();
        ItemCounts delivered = ItemCounts.NONE;
        ItemCounts refused = ItemCounts.NONE;
        for (ReplayOutcome outcome : outcomes) {
            DeliveredRun run = run(outcome);
            delivered = delivered.plus(run.delivered());
            refused = refused.plus(run.refused());
            if (!run.delivered().isNone()
                    || outcome.fate() == Fate.REFUSED
                    || !run.keptIn().isEmpty()) {
                runs.merge(run.url(), run, DeliveredRun::plus);
            }
            if (outcome.fate() == Fate.WAITING && Files.exists(outcome.folder())) {
                waiting.add(waiting(outcome, outcomes));
            }
        }
        for (InspectedJournal found : left) {
            if (found.state() == State.ORPHANED) {
                addUntried(found, replay, waiting);
            }
        }
        return new ReplayReport(
                journal.toString(),
                delivered,
                refused,
                List.copyOf(runs.values()),
                waiting,
                replay.refused(),
                replay.remarks(),
                alive);
    }

    int exitCode() {
        boolean refusedAny =
                !refused.isNone() || runs.stream().anyMatch(run -> !run.keptIn().isEmpty());
        return waiting.isEmpty() && notOpened.isEmpty() && !refusedAny ? ExitCode.FINE : ExitCode.LEFT;
    }

    void print(PrintWriter out) {
        for (DeliveredRun run : runs) {
            out.println("delivered " + run.delivered().inWords() + "  " + run.url());
            run.refusals().forEach(refusal -> out.println("  refused: " + refusal));
            run.keptIn().forEach(folder -> out.println("  what was refused or cannot be read is kept in " + folder));
        }
        boolean several = waiting.stream().map(Waiting::destination).distinct().count() > 1;
        Map<String, List<Waiting>> byReason = new LinkedHashMap<>();
        for (Waiting left : waiting) {
            String where = several && !left.destination().isEmpty() ? left.destination() + ": " : "";
            byReason.computeIfAbsent(where + left.reason(), reason -> new ArrayList<>())
                    .add(left);
        }
        byReason.forEach((reason, journals) -> print(out, reason, journals));
        notOpened.forEach(message -> out.println("waiting   " + message));
        if (alive > 0) {
            out.println(Plurals.count(alive, "JVM") + " running, not touched");
        }
        if (runs.isEmpty() && waiting.isEmpty() && notOpened.isEmpty()) {
            out.println("nothing waits in " + JournalLocation.describe(journal));
        }
        remarks.stream().limit(MOST_REMARKS).forEach(out::println);
        if (remarks.size() > MOST_REMARKS) {
            out.println("... and " + (remarks.size() - MOST_REMARKS) + " more");
        }
    }

    private void print(PrintWriter out, String reason, List<Waiting> journals) {
        if (journals.size() > MOST_JOURNALS) {
            ItemCounts all = journals.stream().map(Waiting::amount).reduce(ItemCounts.NONE, ItemCounts::plus);
            out.println("waiting   " + all.inWords() + "  " + journals.size() + " journals in " + journal);
        } else {
            journals.forEach(left -> out.println("waiting   " + left.amount().inWords() + "  " + left.folder()));
        }
        out.println("  because: " + reason);
    }

    private static void addUntried(InspectedJournal found, Replay replay, List<Waiting> waiting) {
        try {
            for (DestinationStatus share : JournalStatus.of(found).destinations()) {
                Optional<Replay.Untried> untried = replay.untried(found.folder(), share.destination());
                if (untried.isPresent() && !share.done()) {
                    waiting.add(new Waiting(
                            found.folder().toString(),
                            untried.get().destination(),
                            DeliveryCounts.waiting(share),
                            untried.get().reason()));
                }
            }
        } catch (IOException e) {
            waiting.add(new Waiting(found.folder().toString(), "", ItemCounts.NONE, String.valueOf(e.getMessage())));
        }
    }

    private static DeliveredRun run(ReplayOutcome outcome) {
        // A journal that also waits for another destination was not moved.
        Path setAside = Path.of(outcome.folder() + ".refused");
        return new DeliveredRun(
                outcome.progress().url(),
                DeliveryCounts.published(outcome.progress()),
                DeliveryCounts.refused(outcome.progress()),
                outcome.fate() == Fate.REFUSED ? outcome.progress().refusals() : List.of(),
                Files.exists(setAside) ? List.of(setAside.toString()) : List.of());
    }

    private static Waiting waiting(ReplayOutcome outcome, List<ReplayOutcome> outcomes) throws IOException {
        JournalStatus standing = JournalStatus.of(new InspectedJournal(outcome.folder(), State.ORPHANED, 0, ""));
        ItemCounts amount = ItemCounts.NONE;
        for (DestinationStatus share : standing.destinations()) {
            if (outcome.destination().isEmpty()
                    ? isForNone(outcomes, outcome.folder(), share)
                    : outcome.destination().equals(share.destination())) {
                amount = amount.plus(DeliveryCounts.waiting(share));
            }
        }
        return new Waiting(outcome.folder().toString(), outcome.destination(), amount, outcome.reason());
    }

    private static boolean isForNone(List<ReplayOutcome> outcomes, Path folder, DestinationStatus share) {
        return outcomes.stream()
                .noneMatch(each ->
                        each.folder().equals(folder) && each.destination().equals(share.destination()));
    }
}
