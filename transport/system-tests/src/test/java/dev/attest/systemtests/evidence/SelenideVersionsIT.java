package dev.attest.systemtests.evidence;

import dev.attest.systemtests.builds.Reactor;
import dev.attest.testkit.Service;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Selenide of old, with the Selenium that it comes with. Before 7.10 it hands over none of its files, so that Attest
 * takes a picture of each failure.
 */
class SelenideVersionsIT {

    private static final String PICTURED = "browser-console.log page-source.html screenshot.png";

    @TempDir
    static Path folder;

    private static final Map<String, Service> SERVICES = new HashMap<>();
    private static Reactor.Built built;

    static List<String> thatHandOverNoFiles() {
        return List.of("6.12.0", "6.19.1", "7.9.0");
    }

    @BeforeAll
    static void buildThemAll() throws Exception {
        LiveBrowser.assumeMany();
        Reactor reactor = new Reactor(folder);
        for (String version : thatHandOverNoFiles()) {
            add(reactor, version);
        }
        built = reactor.test(Map.of(), "-T2");
    }

    private static void add(Reactor reactor, String version) throws Exception {
        Service service = Service.start();
        SERVICES.put(version, service);
        Map<String, String> environment = new HashMap<>(service.environment());
        environment.putAll(LiveBrowser.environment());
        SourceProject.copy("selenide", reactor.add(version, environment))
                .with("com.codeborne", "selenide", version)
                .writePom();
    }

    @AfterAll
    static void stop() {
        SERVICES.values().forEach(Service::close);
    }

    @ParameterizedTest
    @MethodSource("thatHandOverNoFiles")
    void takesOnePictureOfEachFailure(String version) throws Exception {
        assertThat(Evidence.filesOf(SERVICES.get(version)))
                .as(built.of(version).out())
                .isEqualTo(Map.of(
                        "CartTest › failsForSelenide()", PICTURED,
                        "CartTest › failsForItself()", PICTURED,
                        "CartTest › failsAfterAPicture()", PICTURED,
                        "CartTest › isPicturedByItself()", "",
                        "CartTest › passes()", ""));
    }
}
