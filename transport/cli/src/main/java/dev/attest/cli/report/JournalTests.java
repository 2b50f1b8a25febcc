package dev.attest.cli.report;

import dev.attest.AttachmentType;
import dev.attest.cli.report.ReportedRun.Attempt;
import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Failure;
import dev.attest.spi.TestDescription;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the results and the files of one journal. A file may come before its result, and move to another one. */
final class JournalTests implements Event.Visitor {

    private record Place(int row, int attempt) {}

    /** By row, and by attempt below it. */
    private final Map<Integer, TreeMap<Integer, Result>> rows = new TreeMap<>();

    private final List<Attachment> attachments = new ArrayList<>();
    private final Map<Integer, Place> moved = new HashMap<>();
    private final InspectedJournal journal;
    private @Nullable Run run;
    private boolean cutOff = true;

    JournalTests(InspectedJournal journal) {
        this.journal = journal;
    }

    void add(Result result) {
        rows.computeIfAbsent(result.row(), absent -> new TreeMap<>()).put(result.attempt(), result);
    }

    @Nullable
    Run run() {
        return run;
    }

    /** Returns whether the JVM did not come to the end of its run. */
    boolean isCutOff() {
        return cutOff && run != null;
    }

    List<ReportedRun.Test> tests() {
        Map<Place, List<ReportFile>> files = files();
        List<ReportedRun.Test> tests = new ArrayList<>();
        for (TreeMap<Integer, Result> attempts : rows.values()) {
            TestDescription test = attempts.lastEntry().getValue().test();
            tests.add(new ReportedRun.Test(
                    test.id().className(),
                    test.title(),
                    attempts.values().stream()
                            .map(result -> attempt(result, files))
                            .toList()));
        }
        return tests;
    }

    /** Returns the files of the run, and those whose test has no result. */
    List<ReportFile> filesOfRun() {
        return files().entrySet().stream()
                .filter(files -> !hasResult(files.getKey()))
                .flatMap(files -> files.getValue().stream())
                .toList();
    }

    private static Attempt attempt(Result result, Map<Place, List<ReportFile>> files) {
        Failure failure = result.failure();
        return new Attempt(
                Verdict.of(result.outcome()),
                result.duration(),
                failure == null ? "" : failure.message(),
                failure == null ? "" : failure.stackTrace(),
                result.comment(),
                files.getOrDefault(new Place(result.row(), result.attempt()), List.of()));
    }

    private boolean hasResult(Place place) {
        return rows.getOrDefault(place.row(), new TreeMap<>()).containsKey(place.attempt());
    }

    private Map<Place, List<ReportFile>> files() {
        Map<Place, List<ReportFile>> files = new HashMap<>();
        for (Attachment file : attachments) {
            Place place = moved.getOrDefault(file.row(), new Place(file.row(), file.attempt()));
            files.computeIfAbsent(place, absent -> new ArrayList<>()).add(file(file));
        }
        return files;
    }

    private ReportFile file(Attachment file) {
        boolean output =
                file.type() == AttachmentType.CONSOLE_LOG && !file.fileName().contains(".");
        return new ReportFile(file.fileName() + (output ? ".log" : ""), file.size(), most -> read(file, most));
    }

    private byte[] read(Attachment file, int most) throws IOException {
        Content content = journal.content(file.sha256());
        try (InputStream in = content.open()) {
            return in.readNBytes(most);
        }
    }

    @Override
    public void runStarted(Event.RunStarted started) {
        run = started.run();
    }

    @Override
    public void testsPlanned(List<TestDescription> tests) {}

    @Override
    public void testStarted(Event.TestStarted test) {}

    @Override
    public void attemptStopped(Event.AttemptStopped stopped) {}

    @Override
    public void resultRecorded(Result result) {}

    @Override
    public void attachmentAdded(Attachment attachment) {
        attachments.add(attachment);
    }

    @Override
    public void evidenceMoved(Event.EvidenceMoved event) {
        moved.put(event.from(), new Place(event.row(), event.attempt()));
    }

    @Override
    public void runFinished(Event.RunFinished finished) {
        cutOff = finished.cutOff();
    }
}
