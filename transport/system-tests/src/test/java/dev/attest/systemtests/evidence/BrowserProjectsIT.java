package dev.attest.systemtests.evidence;

import dev.attest.systemtests.builds.Reactor;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Projects with browsers of Selenium, Selenide and Appium, as their users have them: what has a browser is pictured,
 * and nothing twice.
 */
class BrowserProjectsIT {

    private static final String PICTURED = "page-source.html screenshot.png";
    private static final String ALL = "browser-console.log " + PICTURED;
    private static final String SESSIONS = "ATTEST_SCREENSHOT_SESSIONS";

    @TempDir
    static Path folder;

    private static final Map<String, Service> SERVICES = new HashMap<>();
    private static Reactor.Built built;

    @BeforeAll
    static void buildThemAll() throws Exception {
        assumeTrue(LiveBrowser.isHere(), LiveBrowser.MISSING);
        Reactor reactor = new Reactor(folder);
        int port = freePort();
        String remoteEnd = "http://127.0.0.1:" + port;
        String newest = System.getProperty("it.selenium");
        sessions(reactor, "sessions-of-4.20", "4.20.0", Map.of(SESSIONS, "true"), "");
        sessions(reactor, "sessions-of-the-newest", newest, Map.of(SESSIONS, "true"), "");
        sessions(reactor, "no-sessions", newest, Map.of(SESSIONS, "false"), "<test>CartTest#fails</test>");
        sessions(
                reactor,
                "another-factory",
                newest,
                Map.of(SESSIONS, "true"),
                "<test>CartTest#passes</test><argLine>-Dwebdriver.http.factory=jdk-http-client</argLine>");
        project(reactor, "selenide", "selenide", Map.of(), "")
                .with("com.codeborne", "selenide", System.getProperty("it.selenide"))
                // Prints what Selenide says, such as which files it saved.
                .with("org.slf4j", "slf4j-simple", "2.0.18")
                .writePom();
        project(reactor, "appium", "appium", Map.of("REMOTE_END", remoteEnd), "")
                .with("io.appium", "java-client", "10.0.0")
                .writePom();

        // Chromedriver in place of a phone.
        Process phone = new ProcessBuilder(LiveBrowser.environment().get("CHROMEDRIVER"), "--port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Awaitility.await().ignoreExceptions().until(() -> answers(remoteEnd));
            built = reactor.test(Map.of());
        } finally {
            phone.destroy();
        }
    }

    @AfterAll
    static void stop() {
        SERVICES.values().forEach(Service::close);
    }

    /** Drivers in holders that nobody names, found by their sessions where the user wants that. */
    @ParameterizedTest
    @ValueSource(strings = {"sessions-of-4.20", "sessions-of-the-newest"})
    void findsTheBrowserOfATestWhoeverHoldsIt(String project) throws Exception {
        Service service = SERVICES.get(project);

        assertThat(Evidence.filesOf(service))
                .as(built.of(project).out())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "CartTest › fails()", PICTURED,
                        "CartTest › passes()", "",
                        "CartTest › failsOnAThreadOfItsOwn()", PICTURED,
                        "CartTest › failsWhileTheBrowserOfAnotherIsLeftOpen()", PICTURED,
                        "CartTest › failsWithoutABrowserWhileTheOneOfAnotherIsLeftOpen()", ""));
        assertThat(Evidence.commentOn("CartTest › fails()", service))
                .matches("screenshot.png: data:text/html,.*, \"Cart\", \\d+x\\d+, session \\w+");
        assertThat(Evidence.commentOn("CartTest › failsOnAThreadOfItsOwn()", service))
                .contains("\"Elsewhere\"");
    }

    /** The search in fields finds a driver, which also tells the console. */
    @Test
    void findsTheHolderOfADriverWhoseSessionIsNotWatched() throws Exception {
        assertThat(Evidence.filesOf(SERVICES.get("no-sessions")))
                .as(built.of("no-sessions").out())
                .containsExactlyEntriesOf(Map.of("CartTest › fails()", ALL));
    }

    @Test
    void leavesAnotherFactoryInItsPlace() {
        String said = built.of("another-factory").out() + built.maven().err();

        assertThat(SERVICES.get("another-factory").results())
                .as(said)
                .extracting(ServiceView.Result::outcome)
                .containsExactly("Passed");
        assertThat(said)
                .contains("attest.screenshot.sessions does nothing: "
                        + "webdriver.http.factory is jdk-http-client already.");
    }

    @Test
    void attachesWhatSelenideSavesAndTakesAPictureWhereItSavesNone() throws Exception {
        Service service = SERVICES.get("selenide");
        String said = built.of("selenide").out() + built.maven().err();

        assertThat(Evidence.filesOf(service))
                .as(said)
                .hasEntrySatisfying(
                        "CartTest › failsForSelenide()",
                        files ->
                                assertThat(files).matches("\\d+\\.\\d+\\.html \\d+\\.\\d+\\.png browser-console\\.log"))
                .containsAllEntriesOf(Map.of(
                        "CartTest › failsForItself()",
                        ALL,
                        "CartTest › failsAfterAPicture()",
                        "before.html before.png " + ALL,
                        "CartTest › isPicturedByItself()",
                        "mine.html mine.png",
                        "CartTest › passes()",
                        ""))
                .hasSize(5);
        assertThat(Evidence.commentOn("CartTest › failsForSelenide()", service))
                .matches("\\d+\\.\\d+\\.png: data:text/html,.*, \"Cart\", .*, session \\w+");
        assertThat(said).contains("[[ATTACHMENT|");
    }

    /** Appium's driver before a remote end that speaks WebDriver. */
    @Test
    void takesAPictureOfWhatAnAppiumDriverShows() throws Exception {
        assertThat(Evidence.filesOf(SERVICES.get("appium")))
                .as(built.of("appium").out())
                .containsExactly(Map.entry("PhoneTest › fails()", PICTURED));
        assertThat(Evidence.commentOn("PhoneTest › fails()", SERVICES.get("appium")))
                .matches("screenshot.png: data:text/html,.*, \"Phone\", \\d+x\\d+, session \\w+");
    }

    private static void sessions(
            Reactor reactor, String name, String selenium, Map<String, String> environment, String surefire)
            throws IOException {
        project(reactor, name, "sessions", environment, surefire)
                .with("org.seleniumhq.selenium", "selenium-chrome-driver", selenium)
                .writePom();
    }

    private static SourceProject project(
            Reactor reactor, String name, String sources, Map<String, String> environment, String surefire)
            throws IOException {
        Service service = Service.start();
        SERVICES.put(name, service);
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(service.environment());
        all.putAll(LiveBrowser.environment());
        return SourceProject.copy(sources, reactor.add(name, all, surefire));
    }

    private static boolean answers(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url + "/status").toURL().openConnection();
        return connection.getResponseCode() == 200;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
