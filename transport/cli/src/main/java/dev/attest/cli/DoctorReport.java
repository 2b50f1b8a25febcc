package dev.attest.cli;

import dev.attest.internal.azure.trial.Finding;
import dev.attest.internal.config.SettingValue;
import dev.attest.internal.config.Settings;
import dev.attest.internal.config.setting.Key;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the doctor found.
 *
 * <pre>
 * {"settings":[{"name":"attest.azure.url","environment":"ATTEST_AZURE_URL","value":"https://...",
 *    "origin":"environment ATTEST_AZURE_URL","defaultValue":"","values":"a URL such as https://...",
 *    "description":"The organization ..."},...],
 *  "warnings":["..."],"checks":[...as Check draws them...],
 *  "trial":[{"assumption":"...","verdict":"AS_ASSUMED","seen":"...","consequence":""},...]}
 * </pre>
 *
 * @param settings those that differ from their defaults, or all
 * @param warnings what is wrong with the settings, and which files of settings are not read
 * @param trial what a trial has found out; empty without one
 */
record DoctorReport(List<Setting> settings, List<String> warnings, List<Check> checks, List<Finding> trial) {

    /** A setting; the value of a secret is {@code ***}. */
    record Setting(
            String name,
            String environment,
            String value,
            String origin,
            String defaultValue,
            String values,
            String description) {

        static Setting of(SettingValue value, SettingsOptions options) {
            Key<?> key = value.key();
            return new Setting(
                    key.property(),
                    key.environmentName(),
                    value.value(),
                    options.named(value.origin()),
                    key.defaultText(),
                    key.accepted(),
                    key.sentence());
        }

        void print(PrintWriter out) {
            out.println("  %-28s %s%s(%s)".formatted(name, value, value.isEmpty() ? "" : "  ", origin));
        }

        void printInFull(PrintWriter out) {
            print(out);
            out.println("      " + description);
            out.println("      values: " + values + "; default: " + (defaultValue.isEmpty() ? "none" : defaultValue));
        }
    }

    static DoctorReport of(
            Settings settings,
            boolean all,
            SettingsOptions options,
            Path project,
            List<Check> checks,
            List<Finding> trial) {
        List<Setting> shown = settings.values().stream()
                .filter(value -> all || value.changed())
                .map(value -> Setting.of(value, options))
                .toList();
        List<String> warnings =
                new ArrayList<>(settings.warnings().stream().map(options::named).toList());
        String unread = options.unread(project);
        if (!unread.isEmpty()) {
            warnings.add(unread);
        }
        return new DoctorReport(shown, warnings, checks, trial);
    }

    int exitCode() {
        boolean well = checks.stream().noneMatch(Check::isNotOk) && new TrialTable(trial).isLossFree();
        return well ? ExitCode.FINE : ExitCode.LEFT;
    }

    /** @param all whether the settings are all there are, and are shown with their descriptions */
    void print(PrintWriter out, boolean all) {
        out.println("Settings");
        for (Setting setting : settings) {
            if (all) {
                setting.printInFull(out);
            } else {
                setting.print(out);
            }
        }
        if (!all) {
            out.println("  " + (settings.isEmpty() ? "All" : "All other")
                    + " settings have their defaults; --settings shows them.");
        }
        warnings.stream().filter(this::isNotInCheck).forEach(warning -> out.println("  warning: " + warning));
        out.println();
        out.println("Checks");
        checks.forEach(check -> check.print(out));
        out.println();
        out.println(summary());
        if (!trial.isEmpty()) {
            new TrialTable(trial).print(out);
        }
    }

    private boolean isNotInCheck(String warning) {
        return checks.stream().noneMatch(check -> check.found().equals(warning));
    }

    private String summary() {
        long wrong = checks.stream().filter(Check::isNotOk).count();
        if (wrong > 0) {
            return Plurals.count((int) wrong, "check") + " not ok.";
        }
        return warnings.isEmpty()
                ? "All is well."
                : "No check failed, but there " + (warnings.size() == 1 ? "is " : "are ")
                        + Plurals.count(warnings.size(), "warning") + ".";
    }
}
