package dev.attest.cli;

import dev.attest.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
            "Removes what is delivered and what is over from a folder of journals, and nothing that waits.",
            "Never touches a journal whose JVM runs, nor a file that is not Attest's."
        },
        footer = {
            "",
            "Exit codes: 0 nothing is kept but what is in use; 1 something that was not delivered is kept, or could not be"
                    + " removed; 2 wrong use; 3 it broke off."
        })
final class PurgeCommand implements Callable<Integer> {

    @Parameters(arity = "1", paramLabel = "DIR", description = "Folder of the journals.")
    Path dir = Path.of("");

    @Option(
            names = "--force",
            description =
                    "Removes also what waits, was refused or is damaged, and says how much of it. It cannot be had back.")
    boolean force;

    @Option(names = "--json", description = "Prints one JSON object instead of words.")
    boolean json;

    private final Terminal terminal;

    PurgeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = dir.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new MisuseException("there is no folder " + folder);
        }
        PurgeReport report = new Purge(folder, force).run();
        if (json) {
            terminal.out().println(Json.write(report));
        } else {
            report.print(terminal.out());
        }
        return report.exitCode();
    }
}
