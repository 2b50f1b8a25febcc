package dev.attest.systemtests.evidence;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A project whose tests keep their drivers where Selenium, Spring and Guice put them, found without their sessions. */
class DriverPlacesIT {

    private static final String ALL = "browser-console.log page-source.html screenshot.png";

    private static final Map<String, String> TITLES = Map.of(
            "failsWithThreadGuard", "ThreadGuard",
            "failsWithAListener", "listener",
            "failsWithAScopedBean", "Spring",
            "failsWithALazyBean", "Spring",
            "failsWithGuice", "Guice",
            "failsWithAMap", "map",
            "failsWithAHolder", "holder");

    @TempDir
    Path folder;

    @BeforeAll
    static void needsABrowser() {
        LiveBrowser.assume();
    }

    @Test
    void takesAPictureOfEachWhereverItIsHeldAndStartsNone() throws Exception {
        try (Service service = Service.start()) {
            SourceProject project = SourceProject.copy("holders", folder);
            for (String artifact : List.of("selenium-chrome-driver", "selenium-support")) {
                project.with("org.seleniumhq.selenium", artifact, System.getProperty("it.selenium"));
            }
            ChildJvm.Ended maven = project.with("org.springframework", "spring-context", "6.2.8")
                    .with("com.google.inject", "guice", "7.0.0")
                    .with(LiveBrowser.environment())
                    .with(Map.of("ATTEST_SCREENSHOT_SESSIONS", "false"))
                    .with(service.environment())
                    .test();

            Map<String, String> files = Evidence.filesOf(service);
            assertThat(files).as(maven.out() + maven.err()).hasSize(TITLES.size() + 1);
            TITLES.forEach((test, title) -> {
                String name = "PlacesTest › " + test + "()";
                assertThat(files).as(maven.out()).containsEntry(name, ALL);
                assertThat(Evidence.commentOn(name, service))
                        .matches("screenshot.png: data:text/html,.*, \"" + title + "\", \\d+x\\d+, session \\w+");
            });
            assertThat(files).containsEntry("PlacesTest › failsBeforeTheScopedBeanExists()", "");
            assertThat(Evidence.commentOn("PlacesTest › failsBeforeTheScopedBeanExists()", service))
                    .isEqualTo("No screenshot: PlacesTest.place was not asked, for that could start a browser."
                            + " Attest.watch(driver) makes it known.");
        }
    }
}
