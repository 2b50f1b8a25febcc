package dev.attest.internal.config;

import dev.attest.internal.config.setting.RunScope;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PipelineSettingsTest {

    @TempDir
    Path folder;

    @Test
    void needsNothingButTheTokenOfTheJob() {
        var settings =
                given().pipeline().environment("SYSTEM_ACCESSTOKEN", "job").read();

        assertThat(settings.active()).isTrue();
        assertThat(Objects.requireNonNull(settings.azure()).url()).hasToString("https://dev.azure.com/contoso");
        assertThat(settings.azure().token().reveal()).isEqualTo("job");
        assertThat(settings.pipeline())
                .isEqualTo(new PipelineSettings(42, "Test", 1, "Linux", 2, "__default", 3, 1, null));
        assertThat(settings.runTitle()).isEqualTo("Test/Linux #42");
        assertThat(settings.runScope()).isEqualTo(new RunScope("build-42-3-Test-Linux", true, false));
        assertThat(settings.warnings()).isEmpty();
    }

    /** There, BUILD_BUILDID is the build of an artifact, and two stages must not share a run. */
    @Test
    void isOfTheReleaseAndItsStage() {
        var production = release("34", "Production").read();
        var staging = release("33", "Staging").read();

        assertThat(Objects.requireNonNull(production.pipeline()).release())
                .isEqualTo(new ReleaseStage(
                        "vstfs:///ReleaseManagement/Release/12",
                        "vstfs:///ReleaseManagement/Environment/34",
                        12,
                        34,
                        2,
                        "Release-7",
                        "Production"));
        assertThat(production.runTitle()).isEqualTo("Production of Release-7");
        assertThat(production.runScope()).isEqualTo(new RunScope("release-12-34-2-3-Test-Linux", true, false));
        assertThat(staging.runScope()).isNotEqualTo(production.runScope());
    }

    @Test
    void distinguishesTheStagesOfAReleaseUnderAScopeOfTheUser() {
        var production = release("34", "Production")
                .environment("ATTEST_RUN_SCOPE", "nightly")
                .read();
        var staging = release("33", "Staging")
                .environment("ATTEST_RUN_SCOPE", "nightly")
                .read();

        assertThat(production.runScope().key()).isEqualTo("nightly-release-12-34-2");
        assertThat(staging.runScope()).isNotEqualTo(production.runScope());
    }

    private Given release(String stage, String name) {
        return given().pipeline()
                .environment("SYSTEM_ACCESSTOKEN", "job")
                .environment("RELEASE_RELEASEURI", "vstfs:///ReleaseManagement/Release/12")
                .environment("RELEASE_ENVIRONMENTURI", "vstfs:///ReleaseManagement/Environment/" + stage)
                .environment("RELEASE_RELEASEID", "12")
                .environment("RELEASE_ENVIRONMENTID", stage)
                .environment("RELEASE_ATTEMPTNUMBER", "2")
                .environment("RELEASE_RELEASENAME", "Release-7")
                .environment("RELEASE_ENVIRONMENTNAME", name);
    }

    @Test
    void isDormantAndSilentWithoutATokenOfTheJob() {
        var settings = given().pipeline().read();

        assertThat(settings.active()).isFalse();
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void explainsTheMappingOfAMacroThatWasNotExpanded() {
        var settings = given().pipeline()
                .environment("SYSTEM_ACCESSTOKEN", "$(System.AccessToken)")
                .read();

        assertThat(settings.active()).isFalse();
        assertThat(settings.warnings())
                .singleElement()
                .asString()
                .contains("holds the macro $(System.AccessToken) (Azure Pipelines variable SYSTEM_ACCESSTOKEN)")
                .contains("`env:` and below it `SYSTEM_ACCESSTOKEN: $(System.AccessToken)`");
    }

    @Test
    void countsAPlaceholderOfTheBuildToolAsAbsent() {
        var settings = given().property("attest.azure.token", "${env.PAT}").read();

        assertThat(settings.active()).isFalse();
        assertThat(settings.warnings())
                .singleElement()
                .asString()
                .contains("holds the placeholder ${env.PAT} (system property attest.azure.token)");
    }

    @Test
    void saysHowToMapTheTokenWhenOnlyTheAddressIsSet() {
        var settings = given().pipeline()
                .environment("ATTEST_AZURE_URL", "https://dev.azure.com/contoso")
                .read();

        assertThat(settings.active()).isTrue();
        assertThat(settings.warnings())
                .singleElement()
                .asString()
                .contains("map SYSTEM_ACCESSTOKEN: $(System.AccessToken)");
    }

    @Test
    void fallsBackToTheOlderNameOfTheCollection() {
        var settings = given().environment("SYSTEM_TEAMFOUNDATIONCOLLECTIONURI", "https://server/tfs/Main/")
                .environment("SYSTEM_TEAMPROJECT", "shop")
                .environment("SYSTEM_ACCESSTOKEN", "job")
                .read();

        assertThat(Objects.requireNonNull(settings.azure()).url()).hasToString("https://server/tfs/Main");
    }

    @ParameterizedTest
    @CsvSource({
        "https://contoso.visualstudio.com, true",
        "https://DEV.azure.com:443/contoso, true",
        "http://dev.azure.com/contoso, false",
        "https://dev.azure.com.evil.example/contoso, false",
        "https://evilvisualstudio.com/contoso, false",
        "https://server/tfs, false"
    })
    void sendsTheTokenOfTheJobToItsOwnServiceOnly(String url, boolean sent) {
        var settings = given().pipeline()
                .environment("SYSTEM_ACCESSTOKEN", "job")
                .file("attest.properties", "attest.azure.url=" + url)
                .read();

        assertThat(settings.azure() != null).isEqualTo(sent);
        assertThat(settings.warnings()).hasSize(sent ? 0 : 1);
    }

    @Test
    void survivesAnAddressOfTheJobThatIsNone() {
        var settings = given().azure()
                .environment("ATTEST_AZURE_TOKEN", "")
                .environment("SYSTEM_COLLECTIONURI", "not an address")
                .environment("SYSTEM_ACCESSTOKEN", "job")
                .read();

        assertThat(settings.azure()).isNull();
        assertThat(settings.active()).isTrue();
    }

    @Test
    void takesTheFolderForATitleWhereTheJobHasNoName() {
        var settings = given().environment("BUILD_BUILDID", "7").read();

        assertThat(settings.runTitle()).isEqualTo(folder.getFileName() + " #7");
        assertThat(settings.runScope()).isEqualTo(new RunScope("build-7-1", true, false));
    }

    @Test
    void isOutsideAPipelineWithoutANumberForTheBuild() {
        assertThat(given().environment("BUILD_BUILDID", "$(Build.BuildId)")
                        .read()
                        .pipeline())
                .isNull();
    }

    private Given given() {
        return new Given(folder);
    }
}
