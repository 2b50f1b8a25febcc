package dev.attest.cli;

import dev.attest.azure.AzureProbe;
import dev.attest.config.AzureSettings;
import dev.attest.config.NetworkSettings;
import dev.attest.config.Secret;
import dev.attest.config.Settings;
import dev.attest.config.Sources;
import dev.attest.http.HttpSettings;
import dev.attest.json.Json;
import java.net.URI;
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
            "Finds out why nothing is published: shows the settings and where each comes from, then checks the journal's"
                    + " folder, the network, the certificate, the service, the token, the project, the build and the clock.",
            "Run it where the tests run, with the same environment. Secrets are never shown."
        },
        footer = {
            "",
            "Exit codes: 0 each check is ok or skipped; 1 at least one is not ok; 2 wrong use; 3 it broke off."
        })
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--write",
            description =
                    "Also creates a test run, attaches a file to it and removes it, to see whether the token may.")
    boolean write;

    @Option(names = "--json", description = "Prints one JSON object instead of words.")
    boolean json;

    private final Terminal terminal;
    private final Sources sources;

    DoctorCommand(Terminal terminal, Sources sources) {
        this.terminal = terminal;
        this.sources = sources;
    }

    @Override
    public Integer call() {
        Settings settings = options.read(sources);
        DoctorReport report = DoctorReport.of(settings, options, examine(settings));
        if (json) {
            terminal.out().println(Json.write(report));
        } else {
            report.print(terminal.out());
        }
        return report.exitCode();
    }

    private HttpSettings way(@Nullable AzureSettings azure) {
        NetworkSettings network = azure == null ? new NetworkSettings(new Secret(""), List.of(), "") : azure.network();
        return new HttpSettings(
                1, sources.environment(), network.proxy().reveal(), network.trusted(), network.certificate());
    }

    private List<Check> examine(Settings settings) {
        Findings findings = new Findings();
        findings.add(JournalFolderCheck.of(settings.journalDir()));
        SettingsChecks set = new SettingsChecks(findings, settings, options);
        set.run();
        Optional<URI> url = set.url();
        boolean reachable = url.isPresent() && new NetworkChecks(findings, url.get(), way(settings.azure())).run();
        if (url.isEmpty()) {
            findings.skip("There is no address.", NetworkChecks.names().toArray(String[]::new));
        }
        AzureSettings azure = settings.azure();
        if (!reachable || azure == null) {
            String why = url.isPresent() && !reachable ? "The server cannot be reached." : "A setting is missing.";
            findings.skip(why, ServiceChecks.names().toArray(String[]::new));
            return findings.checks();
        }
        try (AzureProbe probe = new AzureProbe(azure, sources.environment())) {
            new ServiceChecks(findings, probe, azure, settings.pipeline(), write).run();
        }
        return findings.checks();
    }
}
