package dev.attest.cli;

import dev.attest.cli.report.Sizes;
import dev.attest.internal.config.Sources;
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
        description = "Manages the test results that Attest keeps on disk until they are delivered.",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  nothing is left to do",
            "  1  something waits, was refused or is damaged, or a check failed",
            "  2  the command line or a setting is wrong: nothing was done",
            "  3  the command failed: a folder cannot be read, or the memory is too small, for example",
            "",
            "The commands use the settings of the tests: system properties (java -Dattest.azure.url=... -jar ...),"
                    + " environment variables (ATTEST_AZURE_URL) and variables of Azure Pipelines. No option takes a token,"
                    + " because lists of processes show options.",
            "",
            "'attest COMMAND --help' describes each command."
        })
public final class Main {

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... arguments) {
        // Warnings of the core come through the platform logger; this format prints each in one line without a date.
        System.setProperty("java.util.logging.SimpleFormatter.format", "%5$s%n");
        System.exit(run(Terminal.ofProcess(), Sources.ofProcess(Map.of()), arguments));
    }

    static int run(Terminal terminal, Sources sources, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new ReplayCommand(terminal, sources))
                .addSubcommand(new StatusCommand(terminal, sources))
                .addSubcommand(new ReportCommand(terminal, sources))
                .addSubcommand(new DoctorCommand(terminal, sources))
                .addSubcommand(new PurgeCommand(terminal, sources))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(terminal, failure));
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            return failed(
                    terminal,
                    "the " + Sizes.of(Runtime.getRuntime().maxMemory())
                            + " of memory of this JVM are too little. Nothing is"
                            + " lost: what is not delivered still waits. Give it more, such as java -Xmx2g -jar ...");
        } catch (VirtualMachineError | LinkageError e) {
            return failed(terminal, e.toString());
        }
    }

    private static int failed(Terminal terminal, Exception failure) {
        boolean misuse = failure instanceof MisuseException;
        String what =
                misuse || failure.getMessage() != null ? String.valueOf(failure.getMessage()) : failure.toString();
        int failed = failed(terminal, what);
        return misuse ? ExitCode.MISUSE : failed;
    }

    private static int failed(Terminal terminal, String what) {
        terminal.err().println("attest: " + what);
        return ExitCode.FAILED;
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
