package dev.attest.cli;

import dev.attest.cli.report.HtmlReport;
import dev.attest.cli.report.JournalRuns;
import dev.attest.cli.report.ReportedRun;
import dev.attest.cli.report.ServiceRun;
import dev.attest.cli.report.Sizes;
import dev.attest.cli.report.Times;
import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.Settings;
import dev.attest.internal.config.Sources;
import dev.attest.internal.http.Http;
import dev.attest.internal.journal.JournalInspector;
import dev.attest.internal.json.Json;
import dev.attest.internal.rest.RestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attest report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        description = {
            "Writes the results as one HTML file, with their pictures, that opens from disk and loads nothing.",
            "From a folder of journals it reports what waits, also what a killed build left; it takes no lock and changes no"
                    + " file. From the address of a run it reports what the service has."
        },
        footer = {
            "",
            "Exit codes: 0 the report is written; 1 it is written, but something could not be read, and the report says what;"
                    + " 2 the command line or a setting is wrong, or there is nothing to report: nothing was written; 3 the"
                    + " command failed."
        })
final class ReportCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR|URL",
            description = "The folder of the journals, or the address of a run of the service of the settings."
                    + " [the folder that a test run in this folder uses]")
    @Nullable
    String source;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "report.html",
            description = "The file to write. [${DEFAULT-VALUE}]")
    Path output = Path.of("report.html");

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            defaultValue = "20MB",
            description =
                    "The most that pictures and texts in the report may have in all, such as 500KB or 20MB. What is"
                            + " left out is named. [${DEFAULT-VALUE}]")
    long limit;

    @Mixin
    SettingsOptions options = new SettingsOptions();

    @Option(names = "--json", description = "Prints one JSON object instead of text.")
    boolean json;

    private final Terminal terminal;
    private final Sources sources;

    ReportCommand(Terminal terminal, Sources sources) {
        this.terminal = terminal;
        this.sources = sources;
    }

    /** What was written. {@code {"report":"/shop/report.html","runs":1,"results":12,"failed":2,...}}. */
    record Summary(
            String report,
            int runs,
            int results,
            int failed,
            int pictures,
            int leftOut,
            boolean complete,
            long bytes) {}

    @Override
    public Integer call() throws IOException {
        Path file = target();
        boolean service = source != null && RunAddress.isAddress(source);
        if (!service) {
            options.journal(source);
        }
        Settings settings = options.read(sources);
        settings.problems().forEach(problem -> terminal.err().println("warning: " + options.named(problem.message())));
        return service ? reportService(file, settings) : write(file, inJournals(settings));
    }

    private int write(Path file, List<ReportedRun> runs) throws IOException {
        String title = runs.size() == 1 ? runs.get(0).title() : runs.size() + " runs";
        HtmlReport.Written written = HtmlReport.write(
                file, title.isBlank() ? "Test results" : title, "Report of " + Times.of(Instant.now()), runs, limit);
        return tell(file, runs, written);
    }

    private int tell(Path file, List<ReportedRun> runs, HtmlReport.Written written) {
        boolean complete = written.unreadable() == 0 && runs.stream().allMatch(ReportedRun::complete);
        if (json) {
            terminal.out()
                    .printJson(Json.write(new Summary(
                            file.toString(),
                            runs.size(),
                            written.results(),
                            written.failed(),
                            written.pictures(),
                            written.leftOut(),
                            complete,
                            written.bytes())));
        } else {
            terminal.out()
                    .println("wrote " + file + ": " + Plurals.count(written.results(), "result") + ", "
                            + written.failed() + " to look at, " + Plurals.count(written.pictures(), "picture") + ", "
                            + Sizes.of(written.bytes()));
            if (written.leftOut() > 0) {
                terminal.out()
                        .println(Plurals.count(written.leftOut(), "file") + " left out, which the report names:"
                                + " --max-size is " + Sizes.of(limit));
            }
            runs.stream()
                    .flatMap(run -> run.remarks().stream())
                    .forEach(remark -> terminal.out().println("  " + remark));
        }
        return complete ? ExitCode.FINE : ExitCode.LEFT;
    }

    private Path target() {
        Path file = sources.workingDirectory().resolve(output).normalize();
        if (Files.isDirectory(file)) {
            throw new MisuseException("cannot write the report to " + file
                    + ": it is a folder. Pass a file, such as -o " + output.resolve("report.html"));
        }
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new MisuseException("cannot write the report to " + file + ": there is no folder " + parent
                    + ". Make it first, or pass another file with -o");
        }
        return file;
    }

    private List<ReportedRun> inJournals(Settings settings) throws IOException {
        Path journals = options.journalDir(settings, sources.workingDirectory());
        List<ReportedRun> runs = JournalInspector.inspect(journals).stream()
                .map(JournalRuns::read)
                .flatMap(Optional::stream)
                .toList();
        if (runs.isEmpty()) {
            throw new MisuseException("nothing to report: no run waits in "
                    + JournalLocation.describe(journals.toString())
                    + ". A delivered run has no journal any more: pass the address of its page instead of a folder");
        }
        return runs;
    }

    private int reportService(Path file, Settings settings) throws IOException {
        AzureSettings azure = settings.azure();
        String id = RunAddress.runId(String.valueOf(source), azure);
        if (azure == null) {
            throw new IllegalStateException("an address without settings was accepted");
        }
        try (Http http = RestClient.http(azure.url(), azure.network(), azure.connections(), sources.environment())) {
            // Files are read when they are written.
            return write(file, List.of(ServiceRun.read(AzureApi.of(azure, http, Clock.systemUTC()), id)));
        }
    }
}
