package dev.attest.cli;

import dev.attest.config.AzureSettings;
import dev.attest.config.Key;
import dev.attest.config.Provenance;
import dev.attest.config.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Whether it is known where to publish to, and as whom. */
final class SettingsChecks {

    private static final List<Key> NEEDED = List.of(Key.AZURE_URL, Key.AZURE_PROJECT, Key.AZURE_TOKEN);

    private final Findings findings;
    private final Settings settings;
    private final SettingsOptions options;

    SettingsChecks(Findings findings, Settings settings, SettingsOptions options) {
        this.findings = findings;
        this.settings = settings;
        this.options = options;
    }

    void run() {
        if (!settings.enabled()) {
            findings.add(Check.notOk(
                    "enabled",
                    Diagnosis.DISABLED,
                    "attest.enabled is false (" + options.named(of(Key.ENABLED).origin())
                            + "): tests report nothing."));
        }
        for (Key key : NEEDED) {
            Provenance found = of(key);
            String name = "set-" + key.property().replace("attest.azure.", "");
            if (!found.value().isEmpty()) {
                findings.add(Check.ok(name, found.value() + " (" + options.named(found.origin()) + ")"));
            } else if (found.origin().equals("not set")) {
                findings.add(Check.notOk(
                        name,
                        Diagnosis.SETTING_MISSING,
                        key.property() + " is not set: nothing is published, and results wait on disk."));
            } else {
                findings.add(Check.notOk(name, Diagnosis.SETTING_NOT_USABLE, because(found)));
            }
        }
    }

    /** Returns the address, also where other settings are missing and nothing could be published. */
    Optional<URI> url() {
        AzureSettings azure = settings.azure();
        String url = azure == null ? of(Key.AZURE_URL).value() : azure.url().toString();
        return url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url));
    }

    private String because(Provenance found) {
        return settings.warnings().stream()
                .filter(warning -> warning.contains(found.key().property()))
                .findFirst()
                .map(options::named)
                .orElse(options.named(found.origin()));
    }

    private Provenance of(Key key) {
        return settings.provenance().stream()
                .filter(each -> each.key() == key)
                .findFirst()
                .orElse(new Provenance(key, "", "not set"));
    }
}
