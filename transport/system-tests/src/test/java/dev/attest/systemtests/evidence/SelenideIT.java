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

/** A project of Selenide's: what it saves is published, and pictured once. */
class SelenideIT {

    @TempDir
    Path folder;

    @BeforeAll
    static void needsABrowser() {
        assumeTrue(LiveBrowser.isHere(), LiveBrowser.MISSING);
    }

    @Test
    void attachesWhatSelenideSavesAndTakesAPictureWhereItSavesNone() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended maven = SourceProject.copy("selenide", folder)
                    .with("com.codeborne", "selenide", System.getProperty("it.selenide"))
                    // Prints what Selenide says, such as which files it saved.
                    .with("org.slf4j", "slf4j-simple", "2.0.18")
                    .with(LiveBrowser.environment())
                    .with(service.environment())
                    .test();

            assertThat(Evidence.filesOf(service))
                    .as(maven.out() + maven.err())
                    .hasEntrySatisfying("CartTest › failsForSelenide()", files -> assertThat(files)
                            .matches("\\d+\\.\\d+\\.html \\d+\\.\\d+\\.png browser-console\\.log"))
                    .containsAllEntriesOf(Map.of(
                            "CartTest › failsForItself()", "browser-console.log page-source.html screenshot.png",
                            "CartTest › failsAfterAPicture()",
                                    "before.html before.png browser-console.log page-source.html screenshot.png",
                            "CartTest › isPicturedByItself()", "mine.html mine.png",
                            "CartTest › passes()", ""))
                    .hasSize(5);
            assertThat(Evidence.commentOn("CartTest › failsForSelenide()", service))
                    .matches("\\d+\\.\\d+\\.png: data:text/html,.*, \"Cart\", .*, session \\w+");
            assertThat(maven.out() + maven.err()).contains("[[ATTACHMENT|");
        }
    }
}
