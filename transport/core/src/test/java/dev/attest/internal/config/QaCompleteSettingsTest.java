package dev.attest.internal.config;

import dev.attest.When;
import dev.attest.internal.config.setting.Key;
import dev.attest.internal.config.setting.QaCompleteKeys;
import dev.attest.internal.config.setting.ResourceVersions;
import dev.attest.internal.config.setting.Secret;
import dev.attest.internal.config.setting.StatusNames;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class QaCompleteSettingsTest {

    @TempDir
    Path folder;

    @Test
    void publishesWhenAddressProjectLoginAndTestSetAreSet() {
        var settings = qaComplete().read();

        assertThat(settings.active()).isTrue();
        assertThat(settings.azure()).isNull();
        assertThat(settings.qaComplete())
                .isEqualTo(new QaCompleteSettings(
                        URI.create("https://qac.example/rest-api/service"),
                        "3",
                        "john@example.com",
                        new Secret("p@ss word"),
                        "7",
                        "",
                        "",
                        Map.of(),
                        "",
                        StatusNames.DEFAULT,
                        When.NEVER,
                        ResourceVersions.DEFAULT,
                        new NetworkSettings(new Secret(""), List.of(), "")));
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void readsWhatIsCalledOtherwiseInTheProject() {
        var settings = qaComplete()
                .environment("ATTEST_QACOMPLETE_STATUSES", "passed=OK; not-started = On hold")
                .environment("ATTEST_QACOMPLETE_VERSIONS", "testruns=v3")
                .environment("ATTEST_QACOMPLETE_FILES", "failed")
                .read();

        var qaComplete = Objects.requireNonNull(settings.qaComplete());
        assertThat(qaComplete.statuses()).isEqualTo(new StatusNames("OK", "Failed", "Skipped", "On hold", "Failed"));
        assertThat(qaComplete.versions()).isEqualTo(new ResourceVersions("v1", "v3", "v1"));
        assertThat(qaComplete.files()).isEqualTo(When.FAILED);
        assertThat(shown(settings, QaCompleteKeys.VERSIONS)).isEqualTo("files=v1, testruns=v3, tests=v1");
    }

    @Test
    void readsTheMappingFile() throws IOException {
        Files.writeString(
                folder.resolve("tests.properties"), "# ours\nshop.CartTest.adds(int) = 77, 78\nshop.CartTest=5\n");
        var settings = qaComplete()
                .environment("ATTEST_QACOMPLETE_MAPPING_FILE", "tests.properties")
                .read();

        assertThat(Objects.requireNonNull(settings.qaComplete()).mapping())
                .isEqualTo(Map.of("shop.CartTest.adds(int)", List.of(77, 78), "shop.CartTest", List.of(5)));
    }

    @Test
    void readsThePasswordFromAFileAndNeverShowsIt() throws IOException {
        Files.writeString(folder.resolve("password"), "p@ssword\n");
        var settings = given().environment("ATTEST_QACOMPLETE_URL", "https://qac.example/rest-api/service/")
                .environment("ATTEST_QACOMPLETE_PROJECT", "3")
                .environment("ATTEST_QACOMPLETE_USER", "john@example.com")
                .environment("ATTEST_QACOMPLETE_TEST_SET", "7")
                .environment("ATTEST_QACOMPLETE_PASSWORD_FILE", "password")
                .read();

        assertThat(Objects.requireNonNull(settings.qaComplete()).password().reveal())
                .isEqualTo("p@ssword");
        assertThat(settings.toString()).doesNotContain("p@ssword");
        assertThat(shown(settings, QaCompleteKeys.PASSWORD)).isEqualTo("***");
    }

    @Test
    void namesWhatIsMissing() {
        var settings = given().environment("ATTEST_QACOMPLETE_URL", "https://qac.example/rest-api/service")
                .read();

        assertThat(settings.active()).isTrue();
        assertThat(settings.qaComplete()).isNull();
        assertThat(settings.warnings())
                .singleElement()
                .asString()
                .contains(
                        "QAComplete",
                        "attest.qacomplete.project (ATTEST_QACOMPLETE_PROJECT)",
                        "attest.qacomplete.user",
                        "attest.qacomplete.password",
                        "attest.qacomplete.test-set")
                .doesNotContain("attest.qacomplete.url");
    }

    @ParameterizedTest
    @CsvSource({
        "URL,      https://john:secret@qac.example/service",
        "PROJECT,  Shop",
        "TEST_SET, 0",
        "RELEASE,  next",
        "MAPPING_FILE, nowhere.properties",
    })
    void publishesNothingWhereAPartIsNotUsable(String key, String value) {
        var settings =
                qaComplete().environment("ATTEST_QACOMPLETE_" + key, value).read();

        assertThat(settings.qaComplete()).isNull();
        assertThat(settings.warnings())
                .singleElement()
                .asString()
                .contains("attest.qacomplete."
                        + key.toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"STATUSES, gone=Passed", "VERSIONS, files=1", "VERSIONS, v1", "FILES, sometimes"})
    void takesTheDefaultForWhatIsNoList(String key, String value) {
        var settings =
                qaComplete().environment("ATTEST_QACOMPLETE_" + key, value).read();

        assertThat(settings.qaComplete()).isNotNull();
        assertThat(settings.warnings()).hasSize(1);
    }

    @Test
    void warnsOfAPasswordThatOthersMayRead() {
        var settings = qaComplete()
                .file("attest.properties", "attest.qacomplete.password=other")
                .read();

        assertThat(settings.warnings())
                .singleElement()
                .asString()
                .contains("The password of QAComplete is in a file", "ATTEST_QACOMPLETE_PASSWORD");
    }

    private Given qaComplete() {
        return given().environment("ATTEST_QACOMPLETE_URL", "https://qac.example/rest-api/service")
                .environment("ATTEST_QACOMPLETE_PROJECT", "3")
                .environment("ATTEST_QACOMPLETE_USER", "john@example.com")
                .environment("ATTEST_QACOMPLETE_PASSWORD", "p@ss word")
                .environment("ATTEST_QACOMPLETE_TEST_SET", "7");
    }

    private Given given() {
        return new Given(folder);
    }

    private static String shown(Settings settings, Key<?> key) {
        return settings.value(key).value();
    }
}
