package dev.attest.cli;

import dev.attest.internal.azure.AzureProbe;
import dev.attest.internal.azure.trial.AzureTrial;
import dev.attest.internal.azure.trial.Finding;
import dev.attest.internal.azure.trial.Recording;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.NetworkSettings;
import dev.attest.internal.config.QaCompleteSettings;
import dev.attest.internal.config.Settings;
import dev.attest.internal.config.Sources;
import dev.attest.internal.config.setting.Secret;
import dev.attest.internal.http.HttpSettings;
import dev.attest.internal.json.Json;
import dev.attest.internal.qacomplete.QaCompleteProbe;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code attest doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        description = {
            "Finds out why nothing is published. It shows the settings that differ from their defaults and where each of"
                    + " them comes from. Then it checks the settings, the folder of the journals, the network, the"
                    + " certificate, the service, the token, the project, the build and the clock.",
            "Run it where the tests run, with the same environment. It never shows a secret."
        },
        footer = {
            "",
            "Exit codes: 0 each check is ok or skipped; 1 a check is not ok; 2 the command line is wrong; 3 the command"
                    + " failed."
        })
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--settings",
            description = "Shows all settings, each with its value, its default and what it does.")
    boolean allSettings;

    @Option(
            names = "--write",
            description =
                    "Also creates a test run, attaches a file to it and removes it, to test the rights of the token.")
    boolean write;

    @Option(
            names = "--trial",
            description = {
                "Also plays the whole life of a test run with two results at Azure DevOps, compares each reply with what"
                        + " Attest assumes, and removes the run. Needs your consent: it asks, unless --yes is there."
            })
    boolean trial;

    @Option(names = "--yes", description = "Consents to --trial.")
    boolean consent;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description =
                    "Writes the exchanges of --trial to a new file, without secrets, names and ids, for a report.")
    @Nullable
    Path record;

    @Option(names = "--json", description = "Prints one JSON object instead of text.")
    boolean json;

    private static final String QUESTION =
            "The trial creates a test run with some results and small files in the project,"
                    + " and removes it. Go on?";

    private final Terminal terminal;
    private final Sources sources;

    DoctorCommand(Terminal terminal, Sources sources) {
        this.terminal = terminal;
        this.sources = sources;
    }

    @Override
    public Integer call() {
        if (trial && !consent && !terminal.agrees(QUESTION)) {
            throw new MisuseException("--trial needs your consent: add --yes");
        }
        if (record != null && (!trial || Files.exists(record))) {
            throw new MisuseException(
                    trial
                            ? "there is a file " + record + " already"
                            : "--record writes what --trial does: add --trial");
        }
        Settings settings = options.read(sources);
        List<Check> checks = examine(settings);
        DoctorReport report = DoctorReport.of(
                settings, allSettings, options, sources.workingDirectory(), checks, findings(settings, checks));
        if (json) {
            terminal.out().printJson(Json.write(report));
        } else {
            report.print(terminal.out(), allSettings);
        }
        return report.exitCode();
    }

    /** Returns what a trial finds out; nothing if it is not wanted, or if a check says that it must fail. */
    private List<Finding> findings(Settings settings, List<Check> checks) {
        AzureSettings azure = settings.azure();
        if (!trial || azure == null || checks.stream().anyMatch(Check::isNotOk)) {
            return List.of();
        }
        Recording recording = new Recording(azure);
        try (AzureTrial played = new AzureTrial(azure, sources.environment(), recording)) {
            List<Finding> findings = played.play();
            recording.concluded(findings);
            return findings;
        } finally {
            keep(recording);
        }
    }

    private void keep(Recording recording) {
        if (record == null) {
            return;
        }
        try {
            Files.write(record, recording.lines(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            terminal.err().println("attest: cannot write the recording to " + record + ": " + e);
        }
    }

    private List<Check> examine(Settings settings) {
        CheckList checks = new CheckList();
        checks.add(JournalFolderCheck.of(settings.journalDir()));
        SettingsChecks set = new SettingsChecks(checks, settings, options);
        set.run();
        if (set.wantsAzure()) {
            examineAzure(checks, settings, set.azureUrl());
        }
        if (set.wantsQaComplete()) {
            examineQaComplete(checks.ofQaComplete(), settings.qaComplete(), set.qaCompleteUrl());
        }
        return checks.checks();
    }

    private void examineAzure(CheckList checks, Settings settings, Optional<URI> url) {
        AzureSettings azure = settings.azure();
        boolean reachable = isReachable(checks, url, azure == null ? null : azure.network());
        if (!reachable || azure == null) {
            checks.skip(whyNot(url, reachable), AzureChecks.names().toArray(String[]::new));
            return;
        }
        try (AzureProbe probe = new AzureProbe(azure, sources.environment())) {
            new AzureChecks(checks, probe, azure, settings.pipeline(), write).run();
        }
    }

    private void examineQaComplete(CheckList checks, @Nullable QaCompleteSettings qaComplete, Optional<URI> url) {
        boolean reachable = isReachable(checks, url, qaComplete == null ? null : qaComplete.network());
        if (!reachable || qaComplete == null) {
            checks.skip(whyNot(url, reachable), QaCompleteChecks.names().toArray(String[]::new));
            return;
        }
        try (QaCompleteProbe probe = new QaCompleteProbe(qaComplete, sources.environment())) {
            new QaCompleteChecks(checks, probe).run();
        }
    }

    private boolean isReachable(CheckList checks, Optional<URI> url, @Nullable NetworkSettings set) {
        if (url.isEmpty()) {
            return checks.skip("There is no address.", NetworkChecks.names().toArray(String[]::new));
        }
        NetworkSettings network = set == null ? new NetworkSettings(new Secret(""), List.of(), "") : set;
        HttpSettings way = new HttpSettings(
                1, sources.environment(), network.proxy().reveal(), network.trusted(), network.certificate());
        return new NetworkChecks(checks, url.get(), way).run();
    }

    private static String whyNot(Optional<URI> url, boolean reachable) {
        return url.isPresent() && !reachable ? "The server cannot be reached." : "A setting is missing.";
    }
}
