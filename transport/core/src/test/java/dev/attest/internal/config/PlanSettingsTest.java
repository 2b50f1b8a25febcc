package dev.attest.internal.config;

import dev.attest.internal.config.setting.BugSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlanSettingsTest {

    @TempDir
    Path folder;

    @Test
    void publishesToNoPlanAndFilesNoBugsByDefault() {
        AzureSettings azure = new Given(folder).azure().read().azure();

        assertThat(azure.plan()).isEqualTo(PlanSettings.NONE);
        assertThat(azure.bugs()).isEqualTo(BugSettings.NONE);
    }

    @Test
    void readsAPlanWithSuiteAndConfiguration() {
        Settings settings = new Given(folder)
                .azure()
                .environment("ATTEST_AZURE_PLAN", "12")
                .environment("ATTEST_AZURE_SUITE", "34")
                .environment("ATTEST_AZURE_CONFIGURATION", "Windows 11")
                .environment("ATTEST_AZURE_ASSOCIATE_AUTOMATION", "true")
                .read();

        assertThat(settings.azure().plan()).isEqualTo(new PlanSettings(12, 34, "Windows 11", true));
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void readsHowBugsAreFiled() {
        Settings settings = new Given(folder)
                .azure()
                .environment("ATTEST_AZURE_BUGS", "on-failure")
                .environment("ATTEST_AZURE_BUGS_LIMIT", "3")
                .environment("ATTEST_AZURE_BUGS_TYPE", "Issue")
                .environment("ATTEST_AZURE_BUGS_AREA", "Shop\\Cart")
                .environment("ATTEST_AZURE_BUGS_ITERATION", "Shop\\Sprint 7")
                .environment("ATTEST_AZURE_BUGS_TAGS", "nightly; shop")
                .environment("ATTEST_AZURE_BUGS_FIELDS", "Custom.Team=Shop, Cart & more, Priority=2,Custom.Note=a=b")
                .environment("ATTEST_AZURE_BUGS_CLOSED_STATES", "Done")
                .read();

        assertThat(settings.azure().bugs())
                .isEqualTo(new BugSettings(
                        true,
                        3,
                        "Issue",
                        "Shop\\Cart",
                        "Shop\\Sprint 7",
                        List.of("nightly", "shop"),
                        Map.of("Custom.Team", "Shop, Cart & more", "Priority", "2", "Custom.Note", "a=b"),
                        List.of("Done")));
        assertThat(settings.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ATTEST_AZURE_PLAN, twelve, the id of a test plan",
        "ATTEST_AZURE_BUGS, sometimes, on-failure or never",
        "ATTEST_AZURE_BUGS_LIMIT, 0, a whole number from 1 to 1000",
        "ATTEST_AZURE_BUGS_FIELDS, Priority 2, fields such as"
    })
    void warnsOfWhatMakesNoSense(String name, String value, String expected) {
        Settings settings = new Given(folder).azure().environment(name, value).read();

        assertThat(settings.azure()).isNotNull();
        assertThat(settings.warnings()).singleElement().asString().contains(name, expected);
    }

    @Test
    void warnsOfASuiteWithoutAPlan() {
        Settings settings = new Given(folder)
                .azure()
                .environment("ATTEST_AZURE_SUITE", "34")
                .read();

        assertThat(settings.warnings())
                .containsExactly(
                        "attest.azure.suite has no effect without attest.azure.plan, the id of the test plan.");
    }
}
