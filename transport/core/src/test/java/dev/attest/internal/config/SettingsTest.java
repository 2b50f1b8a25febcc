package dev.attest.internal.config;

import dev.attest.internal.config.setting.AzureKeys;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.config.setting.CommonKeys;
import dev.attest.internal.config.setting.Key;
import dev.attest.internal.config.setting.Keys;
import dev.attest.internal.config.setting.RunScope;
import dev.attest.internal.config.setting.Secret;
import dev.attest.internal.config.setting.TestNames;
import dev.attest.internal.masking.Masking;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsTest {

    private static final String AZURE_OF_PROJECT =
            "attest.azure.url = https://dev.azure.com/contoso\nattest.azure.project = shop\n";
    private static final String QACOMPLETE_OF_PROJECT =
            "attest.qacomplete.url = https://host/rest-api/service\nattest.qacomplete.project = 1\n"
                    + "attest.qacomplete.test-set = 2\nattest.qacomplete.user = ann\n";

    @TempDir
    Path folder;

    @Test
    void isDormantAndSilentWhenNothingIsSet() {
        var settings = given().read();

        assertThat(settings.active()).isFalse();
        assertThat(settings.azure()).isNull();
        assertThat(settings.pipeline()).isNull();
        assertThat(settings.runScope()).isEqualTo(RunScope.JVM);
        assertThat(settings.runTitle()).isEqualTo(folder.getFileName().toString());
        assertThat(settings.endTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void publishesWhenAddressProjectAndTokenAreSet() {
        var settings = given().azure().read();

        assertThat(settings.active()).isTrue();
        assertThat(settings.azure())
                .isEqualTo(new AzureSettings(
                        URI.create("https://dev.azure.com/contoso"),
                        "shop",
                        new Secret("s3cret"),
                        "",
                        8,
                        TestNames.QUALIFIED,
                        new NetworkSettings(new Secret(""), List.of(), ""),
                        WorkItemSettings.DEFAULT,
                        PlanSettings.NONE,
                        BugSettings.NONE,
                        new HistorySettings(14, true, 0, 0, 0, "")));
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void putsNothingOnWorkItemsUnlessItIsTold() {
        assertThat(workItems(given())).isEqualTo(WorkItemSettings.DEFAULT);
        assertThat(WorkItemSettings.DEFAULT.wanted()).isFalse();
    }

    @Test
    void saysWhatGoesOnWorkItemsAndInWhichParts() {
        var given = given().environment("ATTEST_AZURE_WORK_ITEM", "4711")
                .environment("ATTEST_AZURE_WORK_ITEM_ATTACHMENTS", "failed")
                .environment("ATTEST_AZURE_CHUNK_SIZE", "512k")
                .environment("ATTEST_AZURE_CHUNK_THRESHOLD", "20 MB");

        assertThat(workItems(given)).isEqualTo(new WorkItemSettings(4711, true, 512 * 1024, 20 * 1024 * 1024));
        assertThat(given.read().warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ATTEST_AZURE_WORK_ITEM, AB#12, the id of a work item",
        "ATTEST_AZURE_WORK_ITEM_ATTACHMENTS, always, failed or never",
        "ATTEST_AZURE_CHUNK_SIZE, 100m, from 1k to 64m",
        "ATTEST_AZURE_CHUNK_SIZE, 4x, such as 4m or 512k",
        "ATTEST_AZURE_CHUNK_THRESHOLD, 129m, from 0 to 128m"
    })
    void keepsTheDefaultWhereWhatIsSetOfWorkItemsIsNotUsable(String name, String value, String told) {
        var given = given().environment(name, value);

        assertThat(workItems(given)).isEqualTo(WorkItemSettings.DEFAULT);
        assertThat(given.read().warnings()).singleElement().asString().contains(told);
    }

    private static WorkItemSettings workItems(Given given) {
        return Objects.requireNonNull(given.azure().read().azure()).workItems();
    }

    @Test
    void prefersTheStrongerSource() {
        var given = given().environment("SYSTEM_TEAMPROJECT", "pipeline");
        assertThat(origin(given.read(), AzureKeys.PROJECT)).isEqualTo("Azure Pipelines variable SYSTEM_TEAMPROJECT");

        given.file("attest.properties", "attest.azure.project=file");
        assertThat(origin(given.read(), AzureKeys.PROJECT))
                .startsWith("attest.properties at file:")
                .endsWith("attest.properties");

        given.parameter("attest.azure.project", "parameter");
        assertThat(origin(given.read(), AzureKeys.PROJECT)).isEqualTo("framework parameter attest.azure.project");

        given.environment("ATTEST_AZURE_PROJECT", "environment");
        assertThat(origin(given.read(), AzureKeys.PROJECT)).isEqualTo("environment ATTEST_AZURE_PROJECT");

        given.property("attest.azure.project", "property");
        assertThat(origin(given.read(), AzureKeys.PROJECT)).isEqualTo("system property attest.azure.project");
        assertThat(value(given.read(), AzureKeys.PROJECT)).isEqualTo("property");
    }

    @Test
    void letsABlankValueGiveWayToAWeakerSource() {
        var settings = given().azure().property("attest.azure.project", "  ").read();

        assertThat(value(settings, AzureKeys.PROJECT)).isEqualTo("shop");
        assertThat(settings.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FALSE", "no", "Off", "0"})
    void isDormantAndSilentWhenDisabled(String value) {
        var settings = given().azure()
                .property("attest.enabled", value)
                .property("attest.output", "sometimes")
                .read();

        assertThat(settings.active()).isFalse();
        assertThat(settings.toLog()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "yes", "On", "1"})
    void isActiveWhenEnabled(String value) {
        assertThat(given().azure().property("attest.enabled", value).read().active())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "disabled", "-1"})
    void isDormantWithAWarningIfNobodyKnowsWhetherItIsEnabled(String value) {
        var settings = given().azure().property("attest.enabled", value).read();

        assertThat(settings.active()).isFalse();
        assertThat(settings.toLog()).singleElement().asString().startsWith("attest.enabled");
        assertThat(origin(settings, CommonKeys.ENABLED)).startsWith("switched off, as system property");
    }

    /** Everybody who has the project has its file, and the token is where builds run. */
    @ParameterizedTest
    @ValueSource(strings = {"", "attest.azure.token-file = secrets/token\n", "attest.output = always\n"})
    void keepsQuietOnAMachineWithoutTheTokenOfTheProject(String more) {
        var settings =
                given().file("attest.properties", AZURE_OF_PROJECT + more).read();

        assertThat(settings.active()).isFalse();
        assertThat(settings.toLog()).isEmpty();
        assertThat(settings.notices())
                .containsExactly("publishes nothing to https://dev.azure.com/contoso: this machine has no token for it."
                        + " To publish from here, set ATTEST_AZURE_TOKEN.");
    }

    /** Somebody has set a login for this machine. */
    @Test
    void keepsTheResultsOfALoginWithoutAPassword() {
        var settings = given().file("attest.properties", QACOMPLETE_OF_PROJECT)
                .environment("ATTEST_QACOMPLETE_USER", "ann")
                .read();

        assertThat(settings.active()).isTrue();
        assertThat(settings.toLog()).isNotEmpty();
    }

    @Test
    void keepsQuietOnAMachineWithoutThePasswordOfTheProject() {
        var settings =
                given().azure().file("attest.properties", QACOMPLETE_OF_PROJECT).read();

        assertThat(settings.active()).isTrue();
        assertThat(settings.incomplete()).isEmpty();
        assertThat(settings.toLog()).isEmpty();
        assertThat(settings.notices())
                .containsExactly("publishes nothing to https://host/rest-api/service: this machine has no password for"
                        + " it. To publish from here, set ATTEST_QACOMPLETE_PASSWORD.");
    }

    /** Somebody wants the results, or nobody looks. */
    @ParameterizedTest
    @CsvSource({
        "ATTEST_JOURNAL_DIR, kept",
        "ATTEST_AZURE_PROJECT, shop",
        "ATTEST_AZURE_URL, https://dev.azure.com/contoso",
        "ATTEST_AZURE_TOKEN_FILE, missing.txt",
        "ATTEST_AZURE_TOKEN, two words",
        "TF_BUILD, True",
        "CI, true",
        "GITHUB_ACTIONS, true",
        "GITLAB_CI, true",
        "JENKINS_URL, https://jenkins/",
        "TEAMCITY_VERSION, 2026.1",
        "BITBUCKET_BUILD_NUMBER, 12",
        "CIRCLECI, true",
        "CI, woodpecker",
        "CI, 1",
        "CODEBUILD_BUILD_ID, shop:1",
        "bamboo_buildKey, SHOP-1",
        "GO_PIPELINE_NAME, shop",
        "ATTEST_AZURE_TOKEN, ' '",
        "ATTEST_AZURE_TOKEN, $(Token)",
        "ATTEST_AZURE_TOKEN_FILE, ''"
    })
    void keepsTheResultsOfAMachineWithoutTheTokenOfTheProject(String variable, String value) {
        for (var file : List.of(AZURE_OF_PROJECT, AZURE_OF_PROJECT + "attest.azure.token-file = secrets/token\n")) {
            var settings = given().file("attest.properties", file)
                    .environment(variable, value)
                    .read();

            assertThat(settings.active()).isTrue();
            assertThat(settings.notices()).isEmpty();
            assertThat(settings.toLog()).isNotEmpty();
        }
    }

    @Test
    void looksForTestCasesInBracketsUnlessToldOtherwise() {
        assertThat(testCasePattern(given().read())).isEqualTo("\\[([\\d,\\s]+)\\]");
        assertThat(testCasePattern(given().property("attest.azure.test-case-pattern", "TC-(\\d+)")
                        .read()))
                .isEqualTo("TC-(\\d+)");
        assertThat(testCasePattern(given().property("attest.azure.test-case-pattern", "None")
                        .read()))
                .isNull();
    }

    @Test
    void refusesAPatternOfTestCasesThatDoesNotSayWhereTheIdsAre() {
        var settings =
                given().property("attest.azure.test-case-pattern", "TC-\\d+").read();

        assertThat(testCasePattern(settings)).isEqualTo("\\[([\\d,\\s]+)\\]");
        assertThat(settings.warnings()).hasSize(1).first().asString().contains("a group for the ids", "or none");
    }

    @Test
    void recordsWithoutADestinationWhenTheJournalIsAskedFor() {
        var settings = given().property("attest.journal.dir", "kept").read();

        assertThat(settings.active()).isTrue();
        assertThat(settings.azure()).isNull();
        assertThat(settings.journalDir()).isEqualTo(folder.toAbsolutePath().resolve("kept"));
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void letsTheOutputNameFilesOfTheBuildAndOfTemporaryFolders() {
        Path here = folder.toAbsolutePath();

        assertThat(given().read().markRoots()).containsExactly(here, here.resolve("tmp"));
        assertThat(given().property("attest.attachment-marks.roots", "../logs; /var/shop,")
                        .read()
                        .markRoots())
                .containsExactly(
                        here,
                        here.resolve("tmp"),
                        here.resolveSibling("logs"),
                        Path.of("/var/shop").toAbsolutePath());
    }

    /** Otherwise the output could name the keys in ~/.ssh. */
    @Test
    void letsTheOutputNameNoFilesOfTheHomeFolder() {
        Path here = folder.toAbsolutePath();

        for (Path home : List.of(here, here.resolve("ann"))) {
            assertThat(given().property("user.home", home.toString()).read().markRoots())
                    .containsExactly(here.resolve("tmp"));
        }
        assertThat(given().property("user.home", here.resolveSibling("ann").toString())
                        .property("java.io.tmpdir", "/")
                        .read()
                        .markRoots())
                .containsExactly(here);
        assertThat(given().property("user.home", here.toString())
                        .property("attest.attachment-marks.roots", ".")
                        .read()
                        .markRoots())
                .containsExactly(here.resolve("tmp"), here);
    }

    @ParameterizedTest
    @CsvSource({
        "pom.xml, target/attest",
        "target, target/attest",
        "build.gradle, build/attest",
        "settings.gradle.kts, build/attest",
        "build, build/attest",
        "README.md, tmp/attest-contoso_ann"
    })
    void keepsTheJournalWhereTheBuildToolCleansUp(String present, String expected) throws Exception {
        Files.createFile(folder.resolve(present));

        assertThat(given().read().journalDir())
                .isEqualTo(folder.toAbsolutePath().resolve(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "20s, PT20S",
        "500ms, PT0.5S",
        "2m, PT2M",
        "PT20S, PT20S",
        "7, PT7S",
        "0, PT0S",
        "10m, PT10M",
        "1 S, PT1S"
    })
    void readsLengthsOfTime(String text, Duration expected) {
        assertThat(given().property("attest.end.timeout", text).read().endTimeout())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "attest.end.timeout, 11m",
        "attest.end.timeout, -1s",
        "attest.end.timeout, 1h",
        "attest.end.timeout, PT-1S",
        "attest.end.timeout, P",
        "attest.end.timeout, 99999999999999999999s",
        "attest.azure.connections, 1",
        "attest.azure.connections, 9",
        "attest.azure.connections, four",
        "attest.azure.api-version, latest",
        "attest.run.scope, ../up",
        "attest.run.scope, .",
        "attest.azure.url, dev.azure.com/contoso",
        "attest.azure.url, ftp://server/tfs",
        "attest.azure.url, https://dev.azure.com/contoso/shop",
        "attest.azure.url, https://dev.azure.com",
        "attest.azure.url, https://server/tfs/Default Collection",
        "attest.azure.url, https:///tfs",
        "attest.azure.project, a/b",
        "attest.azure.token-file, missing.txt",
    })
    void namesKeyValueAndSourceOfWhatItCannotUse(String key, String value) {
        var settings = given().property(key, value).read();

        assertThat(settings.warnings())
                .first()
                .asString()
                .startsWith(key + " = " + value + " (system property " + key + ") is not usable: expected ");
        assertThat(settings.azure()).isNull();
        assertThat(settings.endTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.enabled()).isTrue();
    }

    /** What people copy from the address bar of their browser. */
    @ParameterizedTest
    @CsvSource({
        "https://dev.azure.com/contoso/shop, https://dev.azure.com/contoso",
        "https://dev.azure.com/contoso/shop/_git/cart, https://dev.azure.com/contoso",
        "https://contoso.visualstudio.com/shop, https://dev.azure.com/contoso",
        "https://contoso.visualstudio.com/shop/_git/cart, https://dev.azure.com/contoso",
        "https://contoso.visualstudio.com/DefaultCollection/shop/_build, https://dev.azure.com/contoso",
        "https://server/tfs/DefaultCollection/shop/_git/cart, https://server/tfs/DefaultCollection",
        "https://server/tfs/DefaultCollection/_git/shop, https://server/tfs/DefaultCollection",
        "https://server:8443/tfs/Main/shop/_workitems/edit/12, https://server:8443/tfs/Main",
        "https://server/tfs/Main/_git/shop, https://server/tfs/Main",
        "http://server/Main/_home, http://server/Main",
        "http://server/Main/shop/_apis/test, http://server/Main",
    })
    void saysWhichAddressIsMeant(String set, String meant) {
        var settings = given().azure().environment("ATTEST_AZURE_URL", set).read();

        assertThat(settings.azure()).isNull();
        assertThat(settings.warnings()).first().asString().contains(" is not usable: expected ", ", so " + meant + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dev.azure.com/contoso/",
                "https://contoso.visualstudio.com",
                "https://contoso.visualstudio.com/DefaultCollection/",
                "https://server/tfs/DefaultCollection",
                "http://server:8080/tfs/My_Collection"
            })
    void takesTheAddressOfAnOrganizationOrACollection(String url) {
        var settings = given().azure().environment("ATTEST_AZURE_URL", url).read();

        assertThat(Objects.requireNonNull(settings.azure()).url()).hasToString(url.replaceAll("/$", ""));
    }

    @Test
    void goesOnWithTheDefaultAndSaysSo() {
        var settings =
                given().azure().environment("ATTEST_AZURE_CONNECTIONS", "12").read();

        assertThat(Objects.requireNonNull(settings.azure()).connections()).isEqualTo(8);
        assertThat(origin(settings, AzureKeys.CONNECTIONS))
                .isEqualTo("default, as environment ATTEST_AZURE_CONNECTIONS is not usable");
        assertThat(settings.warnings())
                .containsExactly("attest.azure.connections = 12 (environment ATTEST_AZURE_CONNECTIONS) is not usable:"
                        + " expected a whole number from 2 to 8. 8 applies.");
    }

    @Test
    void masksUserAndPasswordInAnAddress() {
        var settings = given().azure()
                .environment("ATTEST_AZURE_URL", "https://bertha:p@ss/w0rd@server/tfs?sig=hidden")
                .read();

        assertThat(settings.toString())
                .contains("https://***@server/tfs?***")
                .doesNotContain("bertha")
                .doesNotContain("w0rd")
                .doesNotContain("hidden");
    }

    @Test
    void removesTrailingSlashesFromTheAddress() {
        var settings = given().azure()
                .environment("ATTEST_AZURE_URL", "http://server:8080/tfs/DefaultCollection//")
                .read();

        assertThat(Objects.requireNonNull(settings.azure()).url())
                .hasToString("http://server:8080/tfs/DefaultCollection");
    }

    @ParameterizedTest
    @CsvSource({
        "ATTEST_AZURE_URL, attest.azure.url",
        "ATTEST_AZURE_PROJECT, attest.azure.project",
        "ATTEST_AZURE_TOKEN, attest.azure.token"
    })
    void staysActiveAndNamesTheOneThatIsMissing(String variable, String key) {
        var settings = given().azure().environment(variable, "").read();

        assertThat(settings.active()).isTrue();
        assertThat(settings.azure()).isNull();
        assertThat(settings.warnings())
                .last()
                .asString()
                .startsWith("Nothing can be published to Azure DevOps yet: set " + key + " (" + variable + ")")
                .endsWith(". Until then results wait on disk.");
        assertThat(settings.incomplete()).containsExactly("azure");
    }

    @Test
    void keepsResultsForNobodyWhomTheUserDidNotName() {
        assertThat(given().azure().read().incomplete()).isEmpty();
        assertThat(given().azure()
                        .environment("ATTEST_QACOMPLETE_URL", "https://host/rest-api/service")
                        .read()
                        .incomplete())
                .containsExactly("qacomplete");
    }

    @Test
    void countsABlankTokenAsNotSet() {
        var settings = given().environment("ATTEST_AZURE_TOKEN", " ").read();

        assertThat(settings.active()).isFalse();
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void trimsTheToken() {
        var settings =
                given().azure().environment("ATTEST_AZURE_TOKEN", " s3cret\r\n").read();

        assertThat(Objects.requireNonNull(settings.azure()).token().reveal()).isEqualTo("s3cret");
        assertThat(settings.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hid den", "hidden\nX-Evil: 1", "hidd\u00e9n"})
    void refusesATokenThatCannotTravelAndDoesNotShowIt(String token) {
        var settings = given().azure().environment("ATTEST_AZURE_TOKEN", token).read();

        assertThat(settings.azure()).isNull();
        assertThat(settings.warnings().get(0))
                .startsWith("attest.azure.token = *** (environment ATTEST_AZURE_TOKEN) is not usable: expected");
        assertThat(settings.toString()).doesNotContain("hid");
    }

    @Test
    void neverShowsTheToken() {
        var settings = given().azure()
                .property("attest.azure.token", "s3cret")
                .parameter("attest.azure.token", "s3cret")
                .file("attest.properties", "attest.azure.token=s3cret\nattest.azure.tokn=s3cret\n")
                .read();

        assertThat(settings.azure()).isNotNull();
        assertThat(settings.toString()).contains("***").doesNotContain("s3cret");
    }

    @Test
    void warnsOfATokenUnderVersionControl() {
        assertThat(given().azure().parameter("attest.azure.token", "t").read().warnings())
                .singleElement()
                .asString()
                .contains("probably under version control (framework parameter attest.azure.token)");
        assertThat(given().azure()
                        .file("attest.properties", "attest.azure.token=t")
                        .read()
                        .warnings())
                .singleElement()
                .asString()
                .contains("probably under version control (attest.properties at file:");
    }

    @Test
    void warnsOfATokenAmongTheSystemProperties() {
        assertThat(given().azure().property("attest.azure.token", "t").read().warnings())
                .singleElement()
                .asString()
                .startsWith("The token is given as system property attest.azure.token, which lists of processes");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void readsTheTokenFromAFile() throws Exception {
        var file = Files.writeString(folder.resolve("token"), "\uFEFFs3cret\r\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        var settings = given().azure()
                .environment("ATTEST_AZURE_TOKEN", "")
                .file("attest.properties", "attest.azure.token-file=token")
                .read();

        assertThat(Objects.requireNonNull(settings.azure()).token().reveal()).isEqualTo("s3cret");
        assertThat(origin(settings, AzureKeys.TOKEN)).startsWith("file of attest.properties at file:");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void warnsOfATokenFileThatEverybodyMayRead() throws Exception {
        var file = Files.writeString(folder.resolve("token"), "s3cret");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        var settings =
                given().azure().property("attest.azure.token-file", "token").read();

        assertThat(settings.azure()).isNotNull();
        assertThat(settings.warnings()).singleElement().asString().contains("chmod 600");
    }

    @Test
    void givesWayToTheTokenFileOfAStrongerSourceOnly() throws Exception {
        Files.writeString(folder.resolve("token"), "fromFile");

        var weaker = given().azure().parameter("attest.azure.token-file", "token");
        var stronger = given().azure().property("attest.azure.token-file", "token");

        assertThat(Objects.requireNonNull(weaker.read().azure()).token().reveal())
                .isEqualTo("s3cret");
        assertThat(Objects.requireNonNull(stronger.read().azure()).token().reveal())
                .isEqualTo("fromFile");
    }

    @ParameterizedTest
    @CsvSource({
        "attest.azure.ulr, attest.azure.url",
        "attest.url, attest.azure.url",
        "attest.azure.token.file, attest.azure.token-file",
        "attest.azure.apiversion, attest.azure.api-version",
        "attest.azure.Connection, attest.azure.connections",
        "attest.enable, attest.enabled"
    })
    void namesTheNearestKnownKey(String unknown, String meant) {
        assertThat(given().property(unknown, "x").read().warnings())
                .containsExactly("Unknown setting " + unknown + " (system property " + unknown
                        + "): it has no effect. Did you mean " + meant + "?");
    }

    @Test
    void namesUnknownVariablesAndLinesOfTheFile() {
        var settings = given().environment("ATTEST_AZURE_TOKENFILE", "x")
                .file("attest.properties", "azure.url=x")
                .read();

        assertThat(settings.warnings()).hasSize(2);
        assertThat(settings.warnings().get(0)).endsWith("Did you mean ATTEST_AZURE_TOKEN_FILE?");
        assertThat(settings.warnings().get(1)).endsWith("Did you mean attest.azure.url?");
    }

    @Test
    void usesTheFirstOfSeveralFilesAndNamesTheOthers() {
        var settings = given().file("first", "attest.azure.run.title=first")
                .file("second", "attest.azure.run.title=second")
                .read();

        assertThat(settings.runTitle()).isEqualTo("first");
        assertThat(settings.warnings())
                .singleElement()
                .asString()
                .contains("/first is used, and not ")
                .contains("/second. Keep one.");
    }

    @Test
    void goesOnWithoutAFileThatIsNoPropertiesFile() {
        var settings = given().azure().file("attest.properties", "a=\\uZZZZ").read();

        assertThat(settings.azure()).isNotNull();
        assertThat(settings.warnings()).singleElement().asString().contains("its settings are not used");
    }

    @Test
    void readsNamesWithWildcards() {
        var names = given().property("attest.mask.variables", "DB_CONN, licen?e.*;A  ")
                .read()
                .maskVariables();

        assertThat(names).hasSize(3);
        assertThat(names.get(0).matcher("db_conn").matches()).isTrue();
        assertThat(names.get(1).matcher("LICENSE.key").matches()).isTrue();
        assertThat(names.get(1).matcher("LICENSExkey").matches()).isFalse();
        assertThat(given().read().maskVariables()).isEmpty();
    }

    @Test
    void masksAllTextWhenItCannotTellWhatToMask() {
        var settings = given().azure().property("attest.mask", "card (").read();

        assertThat(settings.mask())
                .isNotNull()
                .satisfies(mask -> assertThat(
                                Masking.of(List.of(), mask, warning -> {}).mask("a card\n4711"))
                        .isEqualTo("***"));
        assertThat(settings.azure()).isNotNull();
        assertThat(settings.warnings())
                .singleElement()
                .asString()
                .startsWith("attest.mask")
                .endsWith(" Until it is, all text of tests is masked.");
    }

    @Test
    void cutsALongTitleBetweenCharacters() {
        var title = given().property("attest.azure.run.title", "x".repeat(255) + "\uD83D\uDE80")
                .read()
                .runTitle();

        assertThat(title).isEqualTo("x".repeat(255));
    }

    @Test
    void listsTheOriginOfEveryKeyInOrder() {
        assertThat(given().azure().read().values())
                .extracting(SettingValue::key)
                .isEqualTo(Keys.all());
        assertThat(Keys.all())
                .extracting(Key::property)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("attest."));
    }

    @Test
    void knowsWhichValuesDifferFromTheirDefaults() {
        var settings = given().azure()
                .environment("ATTEST_AZURE_CONNECTIONS", "8")
                .environment("ATTEST_END_TIMEOUT", "20000ms")
                .environment("ATTEST_OUTPUT", "ALWAYS")
                .environment("ATTEST_SCREENSHOT", "sometimes")
                .environment("ATTEST_AZURE_BUGS_TAGS", "nightly;shop")
                .read();

        assertThat(settings.values())
                .filteredOn(SettingValue::changed)
                .extracting(value -> value.key() + " = " + value.value())
                .containsExactly(
                        "attest.azure.url = https://dev.azure.com/contoso",
                        "attest.azure.project = shop",
                        "attest.azure.token = ***",
                        "attest.azure.bugs.tags = nightly, shop",
                        "attest.output = always",
                        "attest.screenshot = failed");
    }

    @Test
    void acceptsEachDefaultAsItIsShown() {
        assertThat(Keys.all())
                .filteredOn(Key::isDefaultLiteral)
                .hasSizeGreaterThan(20)
                .allSatisfy(key -> {
                    var settings = given().azure()
                            .environment(key.environmentName(), key.defaultText())
                            .read();

                    assertThat(settings.warnings()).isEmpty();
                    assertThat(settings.value(key).value()).isEqualTo(key.defaultText());
                    assertThat(settings.value(key).changed()).isFalse();
                });
    }

    @Test
    void saysWhichSettingsHaveNoEffect() {
        var settings = given().azure()
                .environment("ATTEST_AZURE_PLAN", "twelve")
                .environment("ATTEST_AZURE_RUN_TITLE", "${title}")
                .property("attest.azure.ulr", "x")
                .parameter("attest.azure.suite", "34")
                .read();

        assertThat(settings.problems())
                .extracting(problem ->
                        problem.key() == null ? "unknown" : problem.key().property())
                .containsExactlyInAnyOrder("unknown", "attest.azure.plan", "attest.azure.run.title");
        assertThat(settings.warnings())
                .containsAll(settings.problems().stream()
                        .map(SettingProblem::message)
                        .toList());
    }

    @Test
    void readsTheProcessItRunsIn() {
        var settings = Settings.read(Map.of("attest.azure.run.title", "smoke"));

        assertThat(settings.values()).hasSameSizeAs(Keys.all());
        assertThat(settings.journalDir()).isAbsolute();
    }

    private Given given() {
        return new Given(folder);
    }

    private static String value(Settings settings, Key<?> key) {
        return settings.value(key).value();
    }

    private static @Nullable String testCasePattern(Settings settings) {
        var pattern = settings.testCasePattern();
        return pattern == null ? null : pattern.pattern();
    }

    private static String origin(Settings settings, Key<?> key) {
        return settings.value(key).origin();
    }
}
