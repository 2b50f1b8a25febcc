package dev.attest.systemtests.evidence;

import dev.attest.systemtests.builds.Reactor;
import dev.attest.testkit.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Projects with browsers of Selenide and Appium, as their users have them: what has a browser is pictured, and nothing
 * twice.
 */
class BrowserProjectsIT {

    private static final String PICTURED = "page-source.html screenshot.png";
    private static final String ALL = "browser-console.log " + PICTURED;

    @TempDir
    static Path folder;

    private static final Map<String, Service> SERVICES = new HashMap<>();
    private static Reactor.Built built;

    @BeforeAll
    static void buildThemAll() throws Exception {
        LiveBrowser.assume();
        Reactor reactor = new Reactor(folder);
        project(reactor, "selenide", "selenide", Map.of())
                .with("com.codeborne", "selenide", System.getProperty("it.selenide"))
                // Prints what Selenide says, such as which files it saved.
                .with("org.slf4j", "slf4j-simple", "2.0.18")
                .writePom();
        project(reactor, "selenide-7.10", "selenide", Map.of())
                .with("com.codeborne", "selenide", "7.10.0")
                .writePom();
        // Chromedriver in place of a phone.
        try (Chromedriver phone = Chromedriver.start()) {
            project(reactor, "appium", "appium", Map.of("REMOTE_END", phone.url()))
                    .with("io.appium", "java-client", "10.0.0")
                    .writePom();
            built = reactor.test(Map.of());
        }
    }

    @AfterAll
    static void stop() {
        SERVICES.values().forEach(Service::close);
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

    /** It hides the class that prints files. Without a handler no test can open a browser. */
    @Test
    void attachesWhatTheFirstSelenideSavesThatHandsOverFiles() throws Exception {
        assertThat(Evidence.filesOf(SERVICES.get("selenide-7.10")))
                .as(built.of("selenide-7.10").out())
                .containsEntry("CartTest › failsForItself()", ALL)
                .containsEntry("CartTest › isPicturedByItself()", "mine.html mine.png")
                .hasEntrySatisfying(
                        "CartTest › failsForSelenide()",
                        files -> assertThat(files)
                                .matches("\\d+\\.\\d+\\.html \\d+\\.\\d+\\.png browser-console\\.log"));
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

    private static SourceProject project(Reactor reactor, String name, String sources, Map<String, String> environment)
            throws IOException {
        Service service = Service.start();
        SERVICES.put(name, service);
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(service.environment());
        all.putAll(LiveBrowser.environment());
        return SourceProject.copy(sources, reactor.add(name, all));
    }
}
