package dev.attest.systemtests.evidence;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A project of Playwright's, with the driver that it brings along and the Chromium of this machine. */
class PlaywrightIT {

    private static final String ALL = "browser-console.log page-source.html screenshot.png";

    @TempDir
    Path folder;

    @BeforeAll
    static void needsABrowserAndTheDriver() {
        assumeTrue(
                !System.getProperty("it.playwright", "").isEmpty(),
                "-Pplaywright is not there: the driver of Playwright is a download of 200 MB");
        LiveBrowser.assume();
    }

    @Test
    void takesPicturesOfAPageWhereverItIsHeld() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended maven = SourceProject.copy("playwright", folder)
                    .with("com.microsoft.playwright", "playwright", System.getProperty("it.playwright"))
                    .with(LiveBrowser.environment())
                    .with(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
                    .with(service.environment())
                    .test();

            assertThat(Evidence.filesOf(service))
                    .as(maven.out() + maven.err())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "CartTest › fails()", ALL,
                            "CartTest › failsForPlaywright()", ALL,
                            "CartTest › passes()", "",
                            "PlacesTest › failsInAThreadLocal()", ALL,
                            "PlacesTest › failsInAStaticField()", ALL,
                            "PlacesTest › failsThreeLevelsDeep()", ALL,
                            "PlacesTest › failsInAMap()", ALL,
                            "PlacesTest › passes()", ""));
            assertThat(pictured("CartTest › fails()", service)).isEqualTo("Cart");
            assertThat(pictured("PlacesTest › failsInAThreadLocal()", service)).isEqualTo("thread local");
            assertThat(pictured("PlacesTest › failsInAStaticField()", service)).isEqualTo("static field");
            assertThat(pictured("PlacesTest › failsThreeLevelsDeep()", service)).isEqualTo("three levels");
            assertThat(pictured("PlacesTest › failsInAMap()", service)).isEqualTo("map");
        }
    }

    /** Returns the title of the page that was pictured. */
    private static String pictured(String test, Service service) {
        return Evidence.commentOn(test, service)
                .replaceFirst("screenshot.png: data:text/html,.*, \"(.*)\", 1280x720", "$1");
    }
}
