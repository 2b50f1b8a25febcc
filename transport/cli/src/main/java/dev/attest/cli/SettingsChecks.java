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

    private static final List<Key> AZURE = List.of(Key.AZURE_URL, Key.AZURE_PROJECT, Key.AZURE_TOKEN);
    private static final List<Key> QACOMPLETE = List.of(
            Key.QACOMPLETE_URL,
            Key.QACOMPLETE_PROJECT,
            Key.QACOMPLETE_USER,
            Key.QACOMPLETE_PASSWORD,
            Key.QACOMPLETE_TEST_SET);

    private final CheckList checks;
    private final Settings settings;
    private final SettingsOptions options;

    SettingsChecks(CheckList checks, Settings settings, SettingsOptions options) {
        this.checks = checks;
        this.settings = settings;
        this.options = options;
    }

    /** Returns whether anything is set of what leads to QAComplete. */
    boolean wantsQaComplete() {
        return isSet(QACOMPLETE);
    }

    /** Returns whether Azure DevOps is to be looked at: it is meant, or nothing is. */
    boolean wantsAzure() {
        return isSet(AZURE) || !wantsQaComplete();
    }

    void ofAzure() {
        needed(checks, AZURE);
    }

    void ofQaComplete() {
        needed(checks.ofQaComplete(), QACOMPLETE);
    }

    private boolean isSet(List<Key> keys) {
        return keys.stream().map(this::of).anyMatch(found -> !found.origin().equals("not set"));
    }

    void enabled() {
        if (!settings.enabled()) {
            checks.add(Check.notOk(
                    "enabled",
                    Diagnosis.DISABLED,
                    "attest.enabled is false (" + options.named(of(Key.ENABLED).origin())
                            + "): tests report nothing."));
        }
    }

    private void needed(CheckList to, List<Key> keys) {
        for (Key key : keys) {
            Provenance found = of(key);
            String name = "set-" + key.property().replaceFirst("attest\\.\\w+\\.", "");
            if (!found.value().isEmpty()) {
                to.add(Check.ok(name, found.value() + " (" + options.named(found.origin()) + ")"));
            } else if (found.origin().equals("not set")) {
                to.add(Check.notOk(
                        name,
                        Diagnosis.SETTING_MISSING,
                        key.property() + " is not set: nothing is published, and results wait on disk."));
            } else {
                to.add(Check.notOk(name, Diagnosis.SETTING_NOT_USABLE, because(found)));
            }
        }
    }

    /** Returns the address of QAComplete, also where other settings are missing. */
    Optional<URI> qaCompleteUrl() {
        String url = of(Key.QACOMPLETE_URL).value();
        return url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url));
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
