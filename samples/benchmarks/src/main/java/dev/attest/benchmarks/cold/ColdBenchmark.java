package dev.attest.benchmarks.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Runs suites side by side, in turn, with each {@link Reporter}, and prints medians. */
public final class ColdBenchmark {

    /** A service is not started for each suite, so the stand-in has to be warm. */
    private static final int WARM_UP = 10;

    /**
     * A service that has run for days compiles nothing. For short runs, this one should not while they are measured.
     */
    private static final List<String> QUICKLY_WARM = List.of("-XX:TieredStopAtLevel=1");

    private static final int MOST_RESULTS = 100_000;

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);

    private final ColdProcess processes;
    private final Services services;
    private final Path folder;

    private ColdBenchmark(Services services, Path folder) {
        this.processes = new ColdProcess(folder);
        this.services = services;
        this.folder = folder;
    }

    /**
     * Prints the figures.
     *
     * @param arguments the jar of the stand-in, and the names of the {@link Part}s to run, or {@code all}
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("attest-benchmark");
        for (Part part : Part.values()) {
            if (List.of(arguments).contains("all") || List.of(arguments).contains(part.name())) {
                run(part, Path.of(arguments[0]), folder);
            }
        }
    }

    private static void run(Part part, Path standInJar, Path folder) throws IOException {
        Path data = folder.resolve("stand-in-" + part);
        try (Services services = new Services(standInJar, data, part == Part.ENDS ? List.of() : QUICKLY_WARM)) {
            new ColdBenchmark(services, folder).run(part);
        }
    }

    /** What is measured. */
    enum Part {
        JUPITER,
        PLAIN,
        TESTNG,
        SLOW,
        ENDS
    }

    private void run(Part part) throws IOException {
        switch (part) {
            case JUPITER -> compare(ColdRun.Suite.JUPITER, Reporter.values());
            case PLAIN ->
                compare(
                        ColdRun.Suite.PLAIN,
                        Reporter.NOTHING,
                        Reporter.NO_SETTINGS,
                        Reporter.JOURNAL,
                        Reporter.PUBLISHING,
                        Reporter.ALLURE);
            case TESTNG ->
                compare(
                        ColdRun.Suite.TESTNG,
                        Reporter.NOTHING,
                        Reporter.NO_SETTINGS,
                        Reporter.JOURNAL,
                        Reporter.PUBLISHING);
            case SLOW ->
                compare(
                        ColdRun.Suite.SLOW,
                        Reporter.NOTHING,
                        Reporter.NO_SETTINGS,
                        Reporter.JOURNAL,
                        Reporter.PUBLISHING,
                        Reporter.ALLURE);
            case ENDS -> ends();
        }
    }

    private void compare(ColdRun.Suite suite, Reporter... reporters) throws IOException {
        for (int run = 0; run < WARM_UP; run++) {
            processes.run(suite, Reporter.PUBLISHING, options(Reporter.PUBLISHING));
        }
        Map<Reporter, List<Figures>> measured = new EnumMap<>(Reporter.class);
        for (int round = 0; round <= ROUNDS; round++) {
            for (Reporter reporter : reporters) {
                Figures figures = processes.run(suite, reporter, options(reporter));
                if (round > 0) { // the first one warms the disk
                    measured.computeIfAbsent(reporter, ignored -> new ArrayList<>())
                            .add(figures);
                }
            }
        }
        print(suite, measured);
    }

    private List<String> options(Reporter reporter, int tests) throws IOException {
        List<String> options = new ArrayList<>(options(reporter));
        options.add("-Dbenchmark.tests=" + tests);
        return options;
    }

    private List<String> options(Reporter reporter) throws IOException {
        return reporter.options(Files.createTempDirectory(folder, "run"), services);
    }

    private static void print(ColdRun.Suite suite, Map<Reporter, List<Figures>> measured) {
        Figures nothing = Figures.median(measured.getOrDefault(Reporter.NOTHING, List.of()));
        Figures allure = measured.containsKey(Reporter.ALLURE)
                ? Figures.median(measured.getOrDefault(Reporter.ALLURE, List.of()))
                        .less(nothing)
                : null;
        System.out.printf(
                "%n%s: medians of %d%n%-22s %8s %8s %8s %8s %8s %8s %8s %8s%n",
                suite, ROUNDS, "", "process", "run", "added", "/Allure", "cpu", "/Allure", "classes", "heap kB");
        measured.forEach((reporter, all) -> {
            Figures figures = Figures.median(all);
            Figures added = figures.less(nothing);
            System.out.printf(
                    "%-22s %8d %8d %8d %8s %8d %8s %8d %8d%n",
                    reporter.title(),
                    figures.process(),
                    figures.run(),
                    added.run(),
                    ratio(added.run(), allure == null ? 0 : allure.run()),
                    figures.cpu(),
                    ratio(added.cpu(), allure == null ? 0 : allure.cpu()),
                    figures.classes(),
                    figures.heap());
        });
    }

    private static String ratio(long ours, long theirs) {
        return theirs <= 0 ? "" : String.format("%.2f", (double) ours / theirs);
    }

    private void ends() throws IOException {
        processes.run(ColdRun.Suite.INVOCATIONS, Reporter.PUBLISHING, options(Reporter.PUBLISHING, MOST_RESULTS));
        System.out.printf("%nThe end of a run: milliseconds after the last test, median of %d%n", ROUNDS);
        for (int tests : new int[] {2_013, 10_000, MOST_RESULTS}) {
            for (int millis : new int[] {0, 20, 100, 300}) {
                services.delay(millis);
                List<Figures> all = new ArrayList<>();
                for (int round = 0; round < (tests > 50_000 ? 1 : ROUNDS); round++) {
                    all.add(processes.run(
                            ColdRun.Suite.INVOCATIONS, Reporter.PUBLISHING, options(Reporter.PUBLISHING, tests)));
                }
                System.out.printf(
                        "%7d results, %3d ms: %6d%n",
                        tests, millis, Figures.median(all).end());
            }
        }
        services.delay(0);
    }
}
