package dev.attest.cli;

import dev.attest.config.Sources;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code attest}. */
@Command(
        name = "attest",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "Looks after the test results that Attest keeps on disk until Azure DevOps has them.",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  all is well, and nothing is left to be done",
            "  1  something waits, was refused, is damaged, or is not as it should be",
            "  2  the command line or a setting is wrong: nothing was done",
            "  3  it broke off, as when a folder cannot be read",
            "",
            "Settings are those of the tests: system properties (java -Dattest.azure.url=... -jar ...), environment"
                    + " (ATTEST_AZURE_URL ...), variables of Azure Pipelines. A token is never an option.",
            "",
            "'attest COMMAND --help' tells more."
        })
public final class Main {

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... arguments) {
        // The core warns through the platform's logger: a line each, and not two with a date.
        System.setProperty("java.util.logging.SimpleFormatter.format", "%5$s%n");
        System.exit(run(Terminal.ofProcess(), Sources.ofProcess(Map.of()), arguments));
    }

    static int run(Terminal terminal, Sources sources, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new ReplayCommand(terminal, sources))
                .addSubcommand(new StatusCommand(terminal, sources))
                .addSubcommand(new DoctorCommand(terminal, sources))
                .addSubcommand(new PurgeCommand(terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(terminal, failure));
        return line.execute(arguments);
    }

    private static int failed(Terminal terminal, Exception failure) {
        boolean misuse = failure instanceof MisuseException;
        String what =
                misuse || failure.getMessage() != null ? String.valueOf(failure.getMessage()) : failure.toString();
        terminal.err().println("attest: " + what);
        return misuse ? ExitCode.MISUSE : ExitCode.FAILED;
    }

    /** Tells the version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"attest " + (version == null ? "(not packaged)" : version)};
        }
    }
}
