package dev.attest.cli;

import dev.attest.config.Settings;
import java.io.PrintWriter;
import java.util.List;

/**
 * What the doctor found.
 *
 * <pre>
 * {"settings":[{"name":"attest.azure.url","value":"https://...","origin":"environment ATTEST_AZURE_URL"},...],
 *  "warnings":["..."],"checks":[...as Check draws them...]}
 * </pre>
 *
 * @param warnings what is wrong with the settings
 */
record DoctorReport(List<Setting> settings, List<String> warnings, List<Check> checks) {

    /** A setting; the value of a secret is {@code ***}. */
    record Setting(String name, String value, String origin) {}

    static DoctorReport of(Settings settings, SettingsOptions options, List<Check> checks) {
        List<Setting> shown = settings.provenance().stream()
                .map(each -> new Setting(each.key().property(), each.value(), options.named(each.origin())))
                .toList();
        return new DoctorReport(
                shown, settings.warnings().stream().map(options::named).toList(), checks);
    }

    int exitCode() {
        return checks.stream().anyMatch(Check::isNotOk) ? ExitCode.LEFT : ExitCode.FINE;
    }

    void print(PrintWriter out) {
        out.println("Settings");
        for (Setting setting : settings) {
            out.println("  %-28s %s  (%s)".formatted(setting.name(), setting.value(), setting.origin()));
        }
        warnings.forEach(warning -> out.println("  warning: " + warning));
        out.println();
        out.println("Checks");
        checks.forEach(check -> check.print(out));
        long wrong = checks.stream().filter(Check::isNotOk).count();
        out.println();
        out.println(wrong == 0 ? "All is well." : Plurals.count((int) wrong, "check") + " not ok.");
    }
}
