package dev.attest.standin;

import dev.attest.standin.faults.FaultGrammar;
import dev.attest.standin.faults.FaultPlan;
import dev.attest.standin.pages.Exports;
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

/** The command line. */
@Command(
        name = "attest-stand-in",
        mixinStandardHelpOptions = true,
        version = "Attest stand-in 0.1.0",
        sortOptions = false,
        usageHelpWidth = 100,
        description = "Runs a local service that is as strict as Azure DevOps and QAComplete, on 127.0.0.1 only.",
        footer = {"", FaultGrammar.HELP})
public final class Main implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "Port to listen on, 0 for any. [${DEFAULT-VALUE}]")
    int port;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder to keep everything in. [a temporary one]")
    @Nullable
    Path data;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            defaultValue = "demo",
            description = "A project. Repeatable. [${DEFAULT-VALUE}]")
    List<String> projects = List.of();

    @Option(names = "--token", defaultValue = "attest-demo", description = "What opens the API. [${DEFAULT-VALUE}]")
    String token = "";

    @Option(
            names = "--emulate",
            paramLabel = "PRODUCT",
            defaultValue = "services",
            converter = ProductConverter.class,
            description =
                    "services, server-2022, server-2020, server-2019, tfs-2018, tfs-2017 or tfs-2015. [${DEFAULT-VALUE}]")
    Product product = Product.SERVICES;

    @Option(names = "--build", paramLabel = "ID", description = "A build that exists. Repeatable. [any does]")
    Set<Integer> builds = Set.of();

    @Option(
            names = "--sign-in",
            paramLabel = "WAY",
            defaultValue = "as-asked",
            converter = SignInConverter.class,
            description = "How bad credentials are answered: as-asked, 401, 302 or 203. [${DEFAULT-VALUE}]")
    SignIn signIn = SignIn.AS_ASKED;

    @Mixin
    QaCompleteArguments qaComplete = new QaCompleteArguments();

    @Option(
            names = "--without",
            paramLabel = "ASSUMPTION",
            converter = AssumptionConverter.class,
            description = "Switches off an assumed behaviour, by its name at /routes. Repeatable.")
    Set<Assumption> waived = Set.of();

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description = "What goes wrong, in the words below. Repeatable; the first that strikes decides.")
    List<String> faults = List.of();

    @Option(names = "--seed", defaultValue = "0", description = "Of what chance decides. [${DEFAULT-VALUE}]")
    long seed;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            defaultValue = "0ms",
            converter = TimeConverter.class,
            description = "How long every reply of the API waits, such as 20ms. [${DEFAULT-VALUE}]")
    Duration latency = Duration.ZERO;

    @Option(
            names = "--plans",
            paramLabel = "FILE",
            description = "JSON file with the work items and test plans to begin with; its README shows one.")
    @Nullable
    Path plans;

    @Option(
            names = "--file-limit",
            paramLabel = "BYTES",
            defaultValue = "0",
            description = "Most bytes of a work item's file. [60 MB for services, else 2 GB]")
    long fileLimit;

    @Option(names = "--ready-file", paramLabel = "FILE", description = "Properties file to write once it answers.")
    @Nullable
    Path readyFile;

    @Option(names = "--exit-with-parent", description = "Ends when the process that started it ends.")
    boolean exitWithParent;

    private final CountDownLatch end = new CountDownLatch(1);

    /** Runs until the process is told to end. */
    public static void main(String... arguments) {
        var line = new CommandLine(new Main());
        // The help is long: it is not to hide what is wrong.
        line.setParameterExceptionHandler((wrong, given) -> {
            notStarted(wrong.getMessage() + " See --help.");
            return CommandLine.ExitCode.USAGE;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > 65535) {
            return notStarted("--port takes 0 to 65535, and not " + port);
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
        for (var line : Exports.of(server.url().toString(), server.project())) {
            System.out.println("  " + line);
        }
        System.out.println("  " + Exports.line("ATTEST_AZURE_TOKEN", server.token()));
        System.out.flush();
    }
}
