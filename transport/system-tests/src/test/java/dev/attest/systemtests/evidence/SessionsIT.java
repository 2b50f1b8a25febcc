package dev.attest.systemtests.evidence;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Drivers in holders that nobody names, found by their sessions where the user wants that. */
class SessionsIT {

    private static final String PICTURED = "page-source.html screenshot.png";

    @TempDir
    Path folder;

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(LiveBrowser.isHere(), LiveBrowser.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.20.0", "4.46.0"})
    void findsTheBrowserOfATestWhoeverHoldsIt(String selenium) throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended maven = project(selenium, service)
                    .with(Map.of("ATTEST_SCREENSHOT_SESSIONS", "true"))
                    .test();

            assertThat(Evidence.filesOf(service))
                    .as(maven.out() + maven.err())
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
    }

    @Test
    void leavesSeleniumAloneUnlessToldOtherwise() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended maven = project("4.46.0", service).test("-Dtest=CartTest#fails");

            assertThat(Evidence.filesOf(service))
                    .as(maven.out() + maven.err())
                    .containsExactlyEntriesOf(Map.of("CartTest › fails()", ""));
        }
    }

    @Test
    void leavesAnotherFactoryInItsPlace() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended maven = project("4.46.0", service)
                    .with(Map.of("ATTEST_SCREENSHOT_SESSIONS", "true"))
                    .test("-Dtest=CartTest#passes", "-DargLine=-Dwebdriver.http.factory=jdk-http-client");

            assertThat(service.results())
                    .as(maven.out() + maven.err())
                    .extracting(ServiceView.Result::outcome)
                    .containsExactly("Passed");
            assertThat(maven.out() + maven.err())
                    .contains("attest.screenshot.sessions does nothing: "
                            + "webdriver.http.factory is jdk-http-client already.");
        }
    }

    private SourceProject project(String selenium, Service service) throws Exception {
        return SourceProject.copy("sessions", folder)
                .with("org.seleniumhq.selenium", "selenium-chrome-driver", selenium)
                .with(LiveBrowser.environment())
                .with(service.environment());
    }
}
