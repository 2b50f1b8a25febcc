package dev.attest.cli;

import dev.attest.internal.journal.JournalInspector.InspectedRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept on disk.
 *
 * <pre>
 * {"journal":"/shop/target/attest","runs":[{"folder":"/shop/target/attest/b-1","title":"shop","url":"https://...",
 *    "journals":[...],"damaged":["/shop/target/attest/b-1/17-0a1b2c3d.damaged"]}],
 *  "waiting":{"results":3,"attachments":1},"refused":{"results":0,"attachments":0},"damaged":1,"alive":0}
 * </pre>
 *
 * @param waiting the sum of what waits, without what running JVMs will deliver
 * @param damaged number of folders with copies of what could not be read
 * @param alive number of running JVMs
 */
record StatusReport(
        String journal,
        List<RunReport> runs,
        ItemCounts waiting,
        ItemCounts refused,
        int damaged,
        int alive,
        int unreadable) {

    /** A run; its title and URL are empty if no journal contains them. */
    record RunReport(String folder, String title, String url, List<JournalReport> journals, List<String> damaged) {}

    static StatusReport of(Path journal, List<InspectedRun> found) throws IOException {
        List<RunReport> runs = new ArrayList<>();
        ItemCounts waiting = ItemCounts.NONE;
        ItemCounts refused = ItemCounts.NONE;
        int damaged = 0;
        int alive = 0;
        int unreadable = 0;
        for (InspectedRun each : found) {
            RunReport run = run(each);
            runs.add(run);
            damaged += run.damaged().size();
            for (JournalReport shown : run.journals()) {
                refused = refused.plus(shown.refused());
                alive += shown.isAlive() ? 1 : 0;
                unreadable += shown.problem().isEmpty() ? 0 : 1;
                waiting = waiting.plus(shown.isLeft() ? shown.waiting() : ItemCounts.NONE);
            }
        }
        return new StatusReport(journal.toString(), runs, waiting, refused, damaged, alive, unreadable);
    }

    int exitCode() {
        boolean left = runs.stream().flatMap(run -> run.journals().stream()).anyMatch(JournalReport::needsReplay);
        return !left && refused.isNone() && damaged == 0 && unreadable == 0 ? ExitCode.FINE : ExitCode.LEFT;
    }

    void print(PrintWriter out) {
        for (RunReport run : runs) {
            out.println(run.folder());
            if (!run.title().isEmpty()) {
                out.println("  run \"" + run.title() + "\"  "
                        + (run.url().isEmpty() ? "not created at the service yet" : run.url()));
            }
            run.journals().forEach(shown -> shown.print(out));
            run.damaged().forEach(folder -> out.println("  damaged  " + folder + ": pieces that could not be read"));
            if (run.journals().isEmpty() && run.damaged().isEmpty()) {
                out.println("  completed; kept for a day, as a further JVM of the same build can join the run");
            }
        }
        out.println(sum());
    }

    private String sum() {
        if (exitCode() == ExitCode.FINE) {
            return "nothing waits in " + JournalLocation.describe(journal)
                    + (alive > 0 ? "; " + Plurals.count(alive, "JVM") + " running" : "");
        }
        StringBuilder sum = new StringBuilder("waiting: " + waiting.inWords());
        sum.append("; refused: ").append(refused.inWords());
        sum.append("; damaged: ").append(Plurals.count(damaged + unreadable, "place"));
        sum.append(waiting.isNone() ? "" : ". 'attest replay' delivers what waits.");
        return sum.toString();
    }

    private static RunReport run(InspectedRun found) {
        List<JournalReport> journals =
                found.journals().stream().map(JournalReport::of).toList();
        return new RunReport(
                found.folder().toString(),
                first(journals.stream().map(JournalReport::title).toList()),
                first(journals.stream().map(JournalReport::url).toList()),
                journals,
                found.damaged().stream().map(Path::toString).toList());
    }

    private static String first(List<String> texts) {
        return texts.stream().filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
