package dev.attest.cli.report;

import dev.attest.cli.report.ReportedRun.Attempt;
import dev.attest.cli.report.ReportedRun.Fact;
import dev.attest.cli.report.ReportedRun.Test;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the template shows. All texts are made visible, and none is HTML. */
record ReportView(String title, String made, List<RunView> runs, int total) {

    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_MESSAGE = 8_000;
    private static final int LONGEST_TRACE = 64_000;

    /** A run. The failures have more than a line of their group. */
    record RunView(
            String title,
            String page,
            List<Fact> facts,
            List<Bar> bars,
            int total,
            List<TestView> troubles,
            List<Group> groups,
            EmbeddedFiles.Shown files,
            List<String> remarks) {

        String counts() {
            return bars.isEmpty()
                    ? "no results"
                    : String.join(
                            ", ",
                            bars.stream()
                                    .map(bar ->
                                            bar.count() + " " + bar.verdict().word())
                                    .toList());
        }
    }

    /** A part of the bar, and a filter. */
    record Bar(Verdict verdict, int count, int before) {}

    /** The tests of a class. */
    record Group(String name, List<TestView> tests, String counts, boolean open) {}

    /** A test, with what it has to show. */
    record TestView(
            String id, String group, String title, Verdict verdict, String duration, List<AttemptView> attempts) {

        /** Returns the id of the element with all of it; null if the line of the group has all. */
        @Nullable
        String detailsId() {
            return verdict.isTrouble() ? id : null;
        }

        boolean isFlaky() {
            return verdict == Verdict.PASSED && attempts.size() > 1;
        }

        boolean hasMore() {
            return attempts.size() > 1 || !attempts.get(0).isEmpty();
        }
    }

    /** An attempt; the label is empty if there is only one. */
    record AttemptView(
            String label,
            Verdict verdict,
            String duration,
            String message,
            String trace,
            String comment,
            EmbeddedFiles.Shown files) {

        boolean isEmpty() {
            return message.isEmpty() && trace.isEmpty() && comment.isEmpty() && files.isEmpty();
        }
    }

    static ReportView of(String title, String made, List<ReportedRun> runs, EmbeddedFiles files) {
        List<RunView> views = new ArrayList<>();
        for (int at = 0; at < runs.size(); at++) {
            views.add(run(runs.get(at), "r" + (at + 1), files));
        }
        return new ReportView(
                line(title),
                made,
                views,
                views.stream().mapToInt(RunView::total).sum());
    }

    private static RunView run(ReportedRun run, String id, EmbeddedFiles files) {
        List<Test> sorted = new ArrayList<>(run.tests());
        sorted.sort(
                Comparator.comparing(Test::verdict).thenComparing(Test::group)); // failures get their pictures first
        Map<String, List<TestView>> byGroup = new TreeMap<>();
        List<TestView> troubles = new ArrayList<>();
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Test test : sorted) {
            TestView view = test(
                    test, id + "-" + (counts.values().stream().mapToInt(n -> n).sum() + 1), files);
            counts.merge(test.verdict(), 1, Integer::sum);
            byGroup.computeIfAbsent(view.group(), absent -> new ArrayList<>()).add(view);
            if (test.verdict().isTrouble()) {
                troubles.add(view);
            }
        }
        List<Group> groups = new ArrayList<>();
        byGroup.forEach((name, tests) -> groups.add(group(name, tests)));
        return new RunView(
                line(run.title()),
                run.page().matches("https?://[^\\s\"'<>]+") ? run.page() : "",
                run.facts().stream()
                        .map(fact -> new Fact(fact.name(), line(fact.value())))
                        .toList(),
                bars(counts),
                sorted.size(),
                troubles,
                groups,
                files.show(run.files()),
                run.remarks().stream()
                        .map(remark -> ShownText.line(remark, 2 * LONGEST_LINE))
                        .toList());
    }

    private static Group group(String name, List<TestView> tests) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        tests.forEach(test -> counts.merge(test.verdict(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        counts.forEach((verdict, count) -> words.add(count + " " + verdict.word()));
        return new Group(
                name, tests, String.join(", ", words), tests.get(0).verdict().isTrouble());
    }

    private static List<Bar> bars(Map<Verdict, Integer> counts) {
        List<Bar> bars = new ArrayList<>();
        int before = 0;
        for (Map.Entry<Verdict, Integer> count : counts.entrySet()) {
            bars.add(new Bar(count.getKey(), count.getValue(), before));
            before += count.getValue();
        }
        return bars;
    }

    private static TestView test(Test test, String id, EmbeddedFiles files) {
        List<AttemptView> attempts = new ArrayList<>();
        int count = test.attempts().size();
        for (int number = count; number >= 1; number--) { // the one that decides comes first
            attempts.add(attempt(test.attempts().get(number - 1), count == 1 ? "" : "Attempt " + number, files));
        }
        String group = line(test.group());
        String title = line(test.title());
        return new TestView(
                id,
                group.isEmpty() ? "(without a class)" : group,
                title.isEmpty() ? "(without a title)" : title,
                test.verdict(),
                duration(test.duration()),
                attempts);
    }

    private static AttemptView attempt(Attempt attempt, String label, EmbeddedFiles files) {
        return new AttemptView(
                label,
                attempt.verdict(),
                duration(attempt.duration()),
                ShownText.of(attempt.message().strip(), LONGEST_MESSAGE),
                ShownText.of(
                        withoutMessage(attempt.stackTrace(), attempt.message().strip()), LONGEST_TRACE),
                ShownText.of(attempt.comment().strip(), LONGEST_MESSAGE),
                files.show(attempt.files()));
    }

    /** A trace begins with the message, which the reader has just seen. */
    private static String withoutMessage(String trace, String message) {
        int at = message.isEmpty() ? -1 : trace.indexOf(message);
        boolean head = at >= 0 && trace.lastIndexOf('\n', at) < 0;
        String rest = head
                ? trace.substring(0, at).replaceAll("[:\\s]+$", "") + trace.substring(at + message.length())
                : trace;
        return rest.strip();
    }

    private static String duration(Duration duration) {
        return duration.isZero() ? "" : Sizes.of(duration);
    }

    private static String line(String text) {
        return ShownText.line(text, LONGEST_LINE);
    }
}
