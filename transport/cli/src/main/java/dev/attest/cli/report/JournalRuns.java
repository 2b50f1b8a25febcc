package dev.attest.cli.report;

import dev.attest.cli.report.ReportedRun.Fact;
import dev.attest.internal.config.origin.Origin;
import dev.attest.internal.delivery.JournalResults;
import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.InspectedJournal.State;
import dev.attest.internal.journal.JournalInspector.InspectedRun;
import dev.attest.internal.journal.event.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads runs from journals, without a lock and without a change: also what a killed JVM left. */
public final class JournalRuns {

    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<ReportedRun.Test> tests = new ArrayList<>();
    private final List<ReportFile> files = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private String title = "";
    private boolean complete = true;

    private JournalRuns() {}

    /** Returns the run whose JVMs have journals in this folder; empty if none of them has run a test. */
    public static Optional<ReportedRun> read(InspectedRun found) {
        JournalRuns reading = new JournalRuns();
        for (InspectedJournal journal : found.journals()) {
            try {
                reading.read(journal);
            } catch (IOException e) {
                reading.complete = false;
                reading.remarks.add("The journal " + journal.folder() + " cannot be read: " + e.getMessage());
            }
        }
        reading.complete &= found.damaged().isEmpty();
        found.damaged().forEach(folder -> reading.remarks.add("Lines that cannot be read are kept in " + folder + "."));
        return reading.run(found);
    }

    private Optional<ReportedRun> run(InspectedRun found) {
        if (tests.isEmpty() && files.isEmpty() && remarks.isEmpty()) {
            return Optional.empty();
        }
        facts.put("Journal", found.folder().toString());
        List<Fact> known = facts.entrySet().stream()
                .filter(fact -> !fact.getValue().isEmpty())
                .map(fact -> new Fact(fact.getKey(), fact.getValue()))
                .toList();
        String name = title.isEmpty() ? String.valueOf(found.folder().getFileName()) : title;
        return Optional.of(new ReportedRun(name, "", known, tests, files, remarks, complete));
    }

    private void read(InspectedJournal journal) throws IOException {
        JournalTests rows = new JournalTests(journal);
        journal.readEvents(event -> event.accept(rows));
        int unreadable = JournalResults.read(journal, rows::add);
        if (rows.run() != null) {
            describe(rows.run());
        }
        tests.addAll(rows.tests());
        files.addAll(rows.filesOfRun());
        if (journal.state() == State.IN_USE) {
            remarks.add("Process " + journal.pid()
                    + " is still running. Tests that have not ended are not in this report.");
        } else if (rows.isCutOff()) {
            remarks.add((journal.pid() == 0 ? "A JVM" : "Process " + journal.pid())
                    + " ended before its tests did: it was killed, it crashed, or a test ended it.");
        }
        if (unreadable > 0) {
            complete = false;
            remarks.add("Lines of the journal " + journal.folder() + " are damaged: " + unreadable
                    + (unreadable == 1 ? " place" : " places") + ". What they hold is not in this report.");
        }
    }

    private void describe(Run run) {
        title = title.isEmpty() ? run.title() : title;
        Origin origin = run.origin();
        facts.putIfAbsent("Started", Times.of(run.started()));
        facts.putIfAbsent("Host", run.computer());
        facts.putIfAbsent("Build", (origin.job() + " " + origin.build()).strip());
        facts.putIfAbsent("Branch", origin.branch());
        facts.putIfAbsent("Commit", origin.commit());
        facts.putIfAbsent("User", origin.user());
        facts.putIfAbsent("Platform", (origin.platform() + " " + origin.runtime()).strip());
    }
}
