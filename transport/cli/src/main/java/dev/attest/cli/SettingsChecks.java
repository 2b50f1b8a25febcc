package dev.attest.cli;

import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.SettingProblem;
import dev.attest.internal.config.SettingValue;
import dev.attest.internal.config.Settings;
import dev.attest.internal.config.setting.AzureKeys;
import dev.attest.internal.config.setting.CommonKeys;
import dev.attest.internal.config.setting.Key;
import dev.attest.internal.config.setting.QaCompleteKeys;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the settings name a destination, and whether each setting is known and usable. */
final class SettingsChecks {

    private static final String NAME = "settings";
    private static final String NOT_SET = "not set";

    private static final List<Key<?>> AZURE = List.of(AzureKeys.URL, AzureKeys.PROJECT, AzureKeys.TOKEN);
    private static final List<Key<?>> QACOMPLETE = List.of(
            QaCompleteKeys.URL,
            QaCompleteKeys.PROJECT,
            QaCompleteKeys.USER,
            QaCompleteKeys.PASSWORD,
            QaCompleteKeys.TEST_SET);

    private final CheckList checks;
    private final Settings settings;
    private final SettingsOptions options;
    private final Set<SettingProblem> reported = new HashSet<>();

    SettingsChecks(CheckList checks, Settings settings, SettingsOptions options) {
        this.checks = checks;
        this.settings = settings;
        this.options = options;
    }

    void run() {
        if (!settings.enabled()) {
            checks.add(Check.notOk(
                    "enabled",
                    Diagnosis.DISABLED,
                    "attest.enabled is false ("
                            + options.named(settings.value(CommonKeys.ENABLED).origin()) + "): tests report nothing."));
        }
        if (wantsAzure()) {
            needed(checks, AZURE);
        }
        if (wantsQaComplete()) {
            needed(checks.ofQaComplete(), QACOMPLETE);
        }
        others();
    }

    /** Returns whether a setting of QAComplete is set. */
    boolean wantsQaComplete() {
        return isAnySet(QACOMPLETE);
    }

    /** Returns whether Azure DevOps is checked: a setting of it is set, or no service is. */
    boolean wantsAzure() {
        return isAnySet(AZURE) || !wantsQaComplete();
    }

    /** Returns the address of QAComplete, even if other settings are missing. */
    Optional<URI> qaCompleteUrl() {
        return url(QaCompleteKeys.URL);
    }

    /** Returns the address of Azure DevOps, even if other settings are missing. */
    Optional<URI> azureUrl() {
        AzureSettings azure = settings.azure();
        return azure == null ? url(AzureKeys.URL) : Optional.of(azure.url());
    }

    private void needed(CheckList to, List<Key<?>> keys) {
        for (Key<?> key : keys) {
            SettingValue found = settings.value(key);
            String name = "set-" + key.property().replaceFirst("attest\\.\\w+\\.", "");
            Optional<SettingProblem> problem = problem(key);
            if (!found.value().isEmpty()) {
                to.add(Check.ok(name, found.value() + " (" + options.named(found.origin()) + ")"));
            } else if (problem.isPresent()) {
                reported.add(problem.get());
                to.add(Check.notOk(
                        name,
                        Diagnosis.SETTING_NOT_USABLE,
                        options.named(problem.get().message())));
            } else if (found.origin().equals(NOT_SET)) {
                to.add(Check.notOk(name, Diagnosis.SETTING_MISSING, key + " is not set: nothing is published."));
            } else {
                to.add(Check.notOk(name, Diagnosis.SETTING_NOT_USABLE, key + " is " + options.named(found.origin())));
            }
        }
    }

    /** Reports the settings that have no effect, and that no other check has reported. */
    private void others() {
        for (SettingProblem problem : settings.problems()) {
            if (!reported.contains(problem)) {
                Diagnosis diagnosis = problem.key() == null ? Diagnosis.UNKNOWN_SETTING : Diagnosis.SETTING_NOT_USABLE;
                checks.add(Check.notOk(NAME, diagnosis, options.named(problem.message())));
            }
        }
        if (settings.problems().isEmpty()) {
            checks.add(Check.ok(NAME, "Each setting that is set is known and usable."));
        }
    }

    /** Returns what is wrong with a setting, or with the one that names a file instead. */
    private Optional<SettingProblem> problem(Key<?> key) {
        return settings.problems().stream()
                .filter(each ->
                        key.equals(each.key()) || String.valueOf(each.key()).equals(key.property() + "-file"))
                .findFirst();
    }

    private boolean isAnySet(List<Key<?>> keys) {
        return keys.stream().anyMatch(key -> !settings.value(key).origin().equals(NOT_SET));
    }

    private Optional<URI> url(Key<URI> key) {
        String url = settings.value(key).value();
        return url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url));
    }
}
