package dev.attest.internal.summary;

import dev.attest.spi.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a summary as Markdown, in at most one MiB: what the pages of GitHub Actions and Azure Pipelines take. */
final class SummaryPage {

    private static final int MOST_BYTES = 1 << 20;

    /** Room for the sentence that says what was left out. */
    private static final int RESERVE = 1_000;

    private final StringBuilder page = new StringBuilder();
    private final SourceLinks sources;
    private int bytes;

    private SummaryPage(SourceLinks sources) {
        this.sources = sources;
    }

    /** @param missing number of JVMs that have ended early, and whose tests are not known */
    static String of(Summary summary, SourceLinks sources, int missing) {
        return new SummaryPage(sources).write(summary, missing);
    }

    private String write(Summary summary, int missing) {
        Counts counts = summary.counts();
        add("## " + heading(counts, missing) + "\n\n");
        add(totals(summary) + "\n\n");
        if (missing > 0) {
            add("**" + count(missing, "JVM") + " ended early, and " + (missing == 1 ? "its" : "their")
                    + " tests are not counted here.**\n\n");
        }
        for (String run : summary.runs()) {
            add(Markdown.link("All results", run) + "\n\n");
        }
        addBroken(summary);
        List<String> retried = new ArrayList<>();
        for (NamedTest test : summary.retried()) {
            retried.add(title(test) + also(String.valueOf(test.attempts()), test) + " |");
        }
        addTable("Passed only after a retry", "| test | attempts |\n|---|---|", retried, counts.retried());
        List<String> slowest = new ArrayList<>();
        for (NamedTest test : summary.slowest()) {
            slowest.add(slow(test));
        }
        addTable("Slowest", "| test | time |\n|---|---|", slowest, slowest.size());
        for (String remark : summary.remarks()) {
            addIfItFits("- " + Markdown.text(remark) + "\n");
        }
        return page.toString();
    }

    /** A service without history leaves no column for it. */
    private void addBroken(Summary summary) {
        boolean known = false;
        for (NamedTest test : summary.broken()) {
            known |= !test.history().isEmpty();
        }
        List<String> rows = new ArrayList<>();
        for (NamedTest test : summary.broken()) {
            rows.add(broken(test, known));
        }
        addTable(
                "Failed",
                known ? "| test | history | why | where |\n|---|---|---|---|" : "| test | why | where |\n|---|---|---|",
                rows,
                summary.counts().broken());
    }

    /** What is said of a failure stands where the failures are. */
    private String slow(NamedTest test) {
        String time = time(test.millis());
        return title(test) + (test.outcome() == Outcome.PASSED ? also(time, test) : time) + " |";
    }

    private static String also(String text, NamedTest test) {
        return test.history().isEmpty() ? text : text + "; " + Markdown.text(test.history());
    }

    /**
     * Adds the rows for which there is room.
     *
     * @param all how many there are, of which some may have no row
     */
    private void addTable(String heading, String head, List<String> rows, int all) {
        if (all == 0) {
            return;
        }
        add("### " + heading + "\n\n" + head + "\n");
        int shown = 0;
        for (String row : rows) {
            shown += addIfItFits(row + "\n") ? 1 : 0;
        }
        int more = all - shown;
        add(more == 0 ? "\n" : "\n" + more + (more == 1 ? " more is" : " more are") + " not listed here.\n\n");
    }

    private static String title(NamedTest test) {
        return "| " + Markdown.link(test.title(), test.page()) + " | ";
    }

    private static String heading(Counts counts, int missing) {
        if (counts.broken() > counts.quarantined()) {
            return count(counts.broken() - counts.quarantined(), "test") + " failed";
        }
        if (counts.quarantined() > 0) {
            return "Only " + count(counts.quarantined(), "quarantined test") + " failed";
        }
        if (missing > 0) {
            return "Not all tests are known";
        }
        return counts.passed() > 0 ? "All tests passed" : "No test passed or failed";
    }

    private static String totals(Summary summary) {
        Counts counts = summary.counts();
        StringBuilder text = new StringBuilder(count(counts.all(), "test")).append(": ");
        text.append(counts.inWords());
        if (summary.ended() > summary.began()) {
            text.append("; ").append(time(summary.ended() - summary.began()));
        }
        return text.append(" in ")
                .append(count(summary.jvms(), "JVM"))
                .append('.')
                .toString();
    }

    private String broken(NamedTest test, boolean withHistory) {
        String history = withHistory ? Markdown.text(test.history()) + " | " : "";
        return title(test) + history + Markdown.text(test.message()) + " | " + String.join(", ", links(test)) + " |";
    }

    /** Returns links to the line of code, to a picture and to bugs. */
    private List<String> links(NamedTest test) {
        List<String> links = new ArrayList<>();
        if (test.isLocated()) {
            String name = test.file().substring(test.file().lastIndexOf('/') + 1) + ":" + test.line();
            links.add(Markdown.link(name, sources.of(test.file(), test.line())));
        }
        if (!test.review().picture().isEmpty()) {
            links.add(Markdown.link("picture", test.review().picture()));
        }
        for (String bug : test.review().bugs()) {
            links.add(Markdown.link("bug " + bug.substring(bug.lastIndexOf('/') + 1), bug));
        }
        return links;
    }

    private boolean addIfItFits(String line) {
        boolean fits = bytes + RESERVE + line.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        if (fits) {
            add(line);
        }
        return fits;
    }

    private void add(String text) {
        bytes += text.getBytes(StandardCharsets.UTF_8).length;
        page.append(text);
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Returns a duration such as {@code 350 ms}, {@code 4.2 s} or {@code 3 min 12 s}. */
    static String time(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            long tenths = (millis + 50) / 100; // String.format would load the numbers of all languages for it
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        return millis / 60_000 + " min " + millis / 1000 % 60 + " s";
    }
}
