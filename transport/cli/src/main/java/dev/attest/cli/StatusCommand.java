package dev.attest.cli;

import dev.attest.config.Settings;
import dev.attest.config.Sources;
import dev.attest.journal.JournalInspector;
import dev.attest.json.Json;
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
            "Shows which runs are kept on disk, what of them waits, was refused or is damaged, and why.",
            "Only reads: takes no lock and changes no file, so it may be asked at any time."
        },
        footer = {
            "",
            "Exit codes: 0 nothing waits but what running JVMs deliver themselves; 1 something waits, was refused or is"
                    + " damaged; 2 wrong use; 3 the folder cannot be read."
        })
final class StatusCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder of the journals. [attest.journal.dir as a test run in this folder has it]")
    @Nullable
    String dir;

    @Mixin
    SettingsOptions options = new SettingsOptions();

    @Option(names = "--json", description = "Prints one JSON object instead of words.")
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
        Path journals = options.journalDir(settings);
        StatusReport report = StatusReport.of(journals, JournalInspector.inspect(journals));
        if (json) {
            terminal.out().println(Json.write(report));
        } else {
            report.print(terminal.out());
        }
        return report.exitCode();
    }
}
