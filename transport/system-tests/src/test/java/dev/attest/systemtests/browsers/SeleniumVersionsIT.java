package dev.attest.systemtests.browsers;

import dev.attest.systemtests.evidence.LiveBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Selenium from 4.0 to the newest, each with the HTTP client that it comes with, and with one that is chosen. */
class SeleniumVersionsIT {

    private static final String NEWEST = "newest";
    private static final String SWITCHED_OFF = "switched-off";
    private static final String SET_BY_THE_BUILD = "factory-set-by-the-build";
    private static final String SET_BY_A_TEST = "factory-set-by-a-test";
    private static final String GRID = "grid";

    private static final Path SAMPLE = Path.of("../../samples/selenium/src/test/java/shop/Grid.java");
    private static final List<String> MARKS = List.of(
            "VersionTest.fails",
            "VersionTest.passes",
            "VersionTest.quitsInFinally",
            "VersionTest.closesTheLastWindow",
            "BidiTest.fails",
            "FactoryTest.fails",
            "GridTest.2",
            "GridTest.4");

    @TempDir
    static Path folder;

    private static HeldProjects projects;

    @BeforeAll
    static void runThemAll() throws Exception {
        LiveBrowser.assumeMany();
        projects = new HeldProjects(folder);
        version("4.0.0", List.of("versions"));
        version("4.11.0", List.of("versions"));
        version("4.20.0", List.of("versions", "bidi"));
        version("4.33.0", List.of("versions", "bidi"));
        version("4.46.0", List.of("versions", "bidi"));
        projects.add(NEWEST, List.of("versions", "bidi"), Map.of(), "");
        projects.add(SWITCHED_OFF, List.of("versions"), Map.of("ATTEST_SCREENSHOT_SESSIONS", "false"), "");
        projects.add(
                SET_BY_THE_BUILD,
                List.of("versions"),
                Map.of(),
                "<argLine>-Dwebdriver.http.factory=jdk-http-client</argLine>");
        projects.add(SET_BY_A_TEST, List.of("versions", "factory"), Map.of(), "<test>FactoryTest</test>");
        Files.copy(SAMPLE, projects.add(GRID).resolve("src/test/java/shop/Grid.java"));
        projects.run();
    }

    private static void version(String selenium, List<String> sources) throws IOException {
        Path pom = projects.add(selenium, sources, Map.of(), "").resolve("pom.xml");
        Files.writeString(pom, Files.readString(pom).replace(System.getProperty("it.selenium"), selenium));
    }

    @AfterAll
    static void stop() {
        if (projects != null) {
            projects.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.0.0", "4.11.0", "4.20.0", "4.33.0", "4.46.0", NEWEST, SET_BY_THE_BUILD})
    void findsTheBrowserWhoeverHoldsOrQuitsIt(String project) throws Exception {
        Map<String, String> pictures = projects.pictures(project, MARKS);
        pictures.remove("shop.BidiTest.fails");

        assertThat(pictures)
                .as(projects.out())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "shop.VersionTest.fails", "VersionTest.fails",
                        "shop.VersionTest.passes", Pictures.NONE,
                        "shop.VersionTest.quitsInFinally", "VersionTest.quitsInFinally",
                        "shop.VersionTest.closesTheLastWindow", "VersionTest.closesTheLastWindow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.20.0", "4.33.0", "4.46.0", NEWEST})
    void findsABrowserThatIsDrivenOverItsWebSocket(String project) throws Exception {
        assertThat(projects.pictures(project, MARKS))
                .as(projects.out())
                .containsEntry("shop.BidiTest.fails", "BidiTest.fails");
    }

    @Test
    void joinsInWhereATestSetsTheFactory() throws Exception {
        assertThat(projects.pictures(SET_BY_A_TEST, MARKS))
                .as(projects.out())
                .isEqualTo(Map.of("shop.FactoryTest.fails", "FactoryTest.fails"));
    }

    /** What is left is the search, which finds a holder, but no browser that is quit by then. */
    @Test
    void leavesSeleniumAloneWhereItIsToldTo() throws Exception {
        assertThat(projects.pictures(SWITCHED_OFF, MARKS))
                .as(projects.out())
                .isEqualTo(Map.of(
                        "shop.VersionTest.fails", "VersionTest.fails",
                        "shop.VersionTest.passes", Pictures.NONE,
                        "shop.VersionTest.quitsInFinally", Pictures.WHY,
                        "shop.VersionTest.closesTheLastWindow", Pictures.WHY));
    }

    /** The tests run at once; their project fails where not both nodes have sessions. */
    @Test
    void findsTheBrowsersOfBothNodesOfAGrid() throws Exception {
        Map<String, String> pictures = new TreeMap<>();
        projects.pictures(GRID, MARKS).forEach((test, mark) -> pictures.put(test.replaceFirst("\\(int\\)", ""), mark));

        assertThat(pictures)
                .as(projects.out())
                .isEqualTo(Map.of(
                        "shop.GridTest.oneOfTwoFails[1]",
                        Pictures.NONE,
                        "shop.GridTest.oneOfTwoFails[2]",
                        "GridTest.2",
                        "shop.GridTest.oneOfTwoFails[3]",
                        Pictures.NONE,
                        "shop.GridTest.oneOfTwoFails[4]",
                        "GridTest.4"));
    }
}
