package dev.attest.cli;

import dev.attest.internal.config.Settings;
import dev.attest.internal.config.Sources;
import dev.attest.internal.journal.JournalInspector;
import dev.attest.internal.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attest status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        description = {
            "Shows the runs on disk: what waits for delivery, what a service refused, what is damaged, and why.",
            "The command only reads. It takes no lock and changes no file, so you can use it at any time."
        },
        footer = {
            "",
            "Exit codes: 0 nothing waits, except for what running JVMs deliver; 1 something waits, was refused or is"
                    + " damaged; 2 the command line is wrong, or the folder has no journals and is not where tests keep"
                    + " theirs; 3 the folder cannot be read."
        })
final class StatusCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The folder of the journals. [the folder that a test run in this folder uses]")
    @Nullable
    String dir;

    @Mixin
    SettingsOptions options = new SettingsOptions();

    @Option(names = "--json", description = "Prints one JSON object instead of text.")
    boolean json;

    private final Terminal terminal;
    private final Sources sources;

    StatusCommand(Terminal terminal, Sources sources) {
        this.terminal = terminal;
        this.sources = sources;
    }

    @Override
    public Integer call() throws IOException {
        options.journal(dir);
        Settings settings = options.read(sources);
        settings.problems().forEach(problem -> terminal.err().println("warning: " + options.named(problem.message())));
        Path journals = options.journalDir(settings, sources.workingDirectory());
        StatusReport report = StatusReport.of(journals, JournalInspector.inspect(journals));
        if (json) {
            terminal.out().printJson(Json.write(report));
        } else {
            report.print(terminal.out());
        }
        return report.exitCode();
    }
}
