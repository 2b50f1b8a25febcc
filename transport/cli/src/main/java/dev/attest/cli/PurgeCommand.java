package dev.attest.cli;

import dev.attest.internal.config.Settings;
import dev.attest.internal.config.Sources;
import dev.attest.internal.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attest purge}. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        description = {
            "Removes the journals that are delivered from a folder of journals, and nothing that waits.",
            "The command never touches the journal of a running JVM, or a file that Attest did not write."
        },
        footer = {
            "",
            "Exit codes: 0 nothing is left, except for what is in use; 1 something that was not delivered is left, or could"
                    + " not be removed; 2 the command line is wrong, or the folder has no journals; 3 the command failed."
        })
final class PurgeCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The folder of the journals; it is required.")
    @Nullable
    Path dir;

    @Option(
            names = "--force",
            description =
                    "Also removes what waits, was refused or is damaged, and says how much. This cannot be undone.")
    boolean force;

    @Option(names = "--json", description = "Prints one JSON object instead of text.")
    boolean json;

    private final Terminal terminal;
    private final Sources sources;

    PurgeCommand(Terminal terminal, Sources sources) {
        this.terminal = terminal;
        this.sources = sources;
    }

    @Override
    public Integer call() throws IOException {
        if (dir == null) {
            Path journals = JournalLocation.ofProject(Settings.read(sources), sources.workingDirectory());
            throw new MisuseException("pass the folder of the journals as DIR. Tests in this folder use " + journals);
        }
        PurgeReport report = new Purge(JournalLocation.named(dir), force).run();
        if (json) {
            terminal.out().printJson(Json.write(report));
        } else {
            report.print(terminal.out());
        }
        return report.exitCode();
    }
}
