package dev.attest.standin.cli;

import dev.attest.standin.StandIn;
import dev.attest.standin.StandInOptions;
import dev.attest.standin.cli.OptionConverters.AssumptionConverter;
import dev.attest.standin.cli.OptionConverters.ProductConverter;
import dev.attest.standin.cli.OptionConverters.SignInConverter;
import dev.attest.standin.cli.OptionConverters.TimeConverter;
import dev.attest.standin.faults.FaultGrammar;
import dev.attest.standin.faults.FaultPlan;
import dev.attest.standin.pages.ShellExports;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Product;
import dev.attest.standin.rules.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a stand-in from the command line. */
@Command(
        name = "attest-stand-in",
        mixinStandardHelpOptions = true,
        version = "Attest stand-in 0.1.0",
        sortOptions = false,
        usageHelpWidth = 100,
        description = "Runs a local service that is as strict as Azure DevOps and QAComplete, on 127.0.0.1 only.",
        footer = {"", FaultGrammar.HELP})
public final class Main implements Callable<Integer> {

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port to listen on, 0 for any free port. [${DEFAULT-VALUE}]")
    int port;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder for all data. [a temporary one]")
    @Nullable
    Path data;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            defaultValue = "demo",
            description = "A project that exists. Repeatable. [${DEFAULT-VALUE}]")
    List<String> projects = List.of();

    @Option(
            names = "--token",
            defaultValue = "attest-demo",
            description = "The personal access token. [${DEFAULT-VALUE}]")
    String token = "";

    @Option(
            names = "--emulate",
            paramLabel = "PRODUCT",
            defaultValue = "services",
            converter = ProductConverter.class,
            description =
                    "services, server-2022, server-2020, server-2019, tfs-2018, tfs-2017 or tfs-2015. [${DEFAULT-VALUE}]")
    Product product = Product.SERVICES;

    @Option(names = "--build", paramLabel = "ID", description = "A build that exists. Repeatable. [every build exists]")
    Set<Integer> builds = Set.of();

    @Option(
            names = "--sign-in",
            paramLabel = "WAY",
            defaultValue = "as-asked",
            converter = SignInConverter.class,
            description = "Answer to invalid credentials: as-asked, 401, 302 or 203. [${DEFAULT-VALUE}]")
    SignIn signIn = SignIn.AS_ASKED;

    @Mixin
    QaCompleteArguments qaComplete = new QaCompleteArguments();

    @Option(
            names = "--without",
            paramLabel = "ASSUMPTION",
            converter = AssumptionConverter.class,
            description = "Switches off an assumption by its name at /routes. Repeatable.")
    Set<Assumption> waived = Set.of();

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description = "A fault, see below. Repeatable. If several apply, the first one is used.")
    List<String> faults = List.of();

    @Option(
            names = "--seed",
            defaultValue = "0",
            description = "Seed of the random numbers of faults. [${DEFAULT-VALUE}]")
    long seed;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            defaultValue = "0ms",
            converter = TimeConverter.class,
            description = "Delay of every reply of the APIs, such as 20ms. [${DEFAULT-VALUE}]")
    Duration latency = Duration.ZERO;

    @Option(
            names = "--plans",
            paramLabel = "FILE",
            description = "JSON file with work items and test plans. The README shows an example.")
    @Nullable
    Path plans;

    @Option(
            names = "--file-limit",
            paramLabel = "BYTES",
            defaultValue = "0",
            description = "Largest file of a work item. [60 MB for services, else 2 GB]")
    long fileLimit;

    @Option(
            names = "--ready-file",
            paramLabel = "FILE",
            description = "Properties file to write when the server is ready.")
    @Nullable
    Path readyFile;

    @Option(names = "--exit-with-parent", description = "Exits when the parent process exits.")
    boolean exitWithParent;

    private final CountDownLatch end = new CountDownLatch(1);

    /** Runs until the process is stopped. */
    public static void main(String... arguments) {
        var line = new CommandLine(new Main());
        // The help is long, and would hide the error message.
        line.setParameterExceptionHandler((wrong, given) -> {
            notStarted(wrong.getMessage() + " See --help.");
            return CommandLine.ExitCode.USAGE;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > 65535) {
            return notStarted("--port must be between 0 and 65535, not " + port);
        }
        var policy = new Policy(product, projects, token, builds, signIn, waived);
        StandIn server;
        try {
            var plan = new FaultPlan(faults, seed, latency);
            server = StandIn.start(new StandInOptions(port, data, policy, qaComplete.policy(), plan, plans, fileLimit));
        } catch (UncheckedIOException e) {
            return notStarted(reason(e));
        } catch (IOException e) {
            return notStarted("--qacomplete: the file " + e.getMessage() + " cannot be read.");
        } catch (IllegalArgumentException e) {
            return notStarted(String.valueOf(e.getMessage()));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stand-in-close"));
        if (exitWithParent) {
            ProcessHandle.current().parent().ifPresent(this::endWith);
        }
        announce(server);
        if (readyFile != null) {
            ReadyFile.write(readyFile, server);
        }
        end.await();
        return 0;
    }

    private void endWith(ProcessHandle parent) {
        var unused = parent.onExit().thenRun(end::countDown);
    }

    private static int notStarted(@Nullable String reason) {
        System.err.println("The stand-in did not start: " + reason);
        return 1;
    }

    private static String reason(UncheckedIOException e) {
        var cause = e.getCause();
        return cause == null ? String.valueOf(e.getMessage()) : String.valueOf(cause.getMessage());
    }

    private static void announce(StandIn server) {
        System.out.println("Attest stand-in ready at " + server.page());
        System.out.println(
                "  Azure DevOps base:    " + server.url() + "     QAComplete base: " + server.qaCompleteUrl());
        System.out.println("  Project: " + server.project() + "   Token: " + server.token());
        System.out.println("  QAComplete user: " + server.qaComplete().user() + "   Password: "
                + server.qaComplete().password());
        System.out.println("  Data: " + server.data());
        for (var fault : server.faults().active()) {
            System.out.println("  Fault: " + fault.rule());
        }
        System.out.println();
        for (var line : ShellExports.of(server.url().toString(), server.project())) {
            System.out.println("  " + line);
        }
        System.out.println("  " + ShellExports.line("ATTEST_AZURE_TOKEN", server.token()));
        System.out.flush();
    }
}
