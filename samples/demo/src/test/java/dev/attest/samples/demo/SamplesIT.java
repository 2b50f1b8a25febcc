package dev.attest.samples.demo;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class SamplesIT {

    private final AzureDevOps service = new AzureDevOps(
            System.getProperty("stand-in.url"),
            System.getProperty("stand-in.project"),
            System.getProperty("stand-in.token"));

    private final QaComplete qaComplete = new QaComplete(
            System.getProperty("stand-in.qacomplete.url"),
            System.getProperty("stand-in.qacomplete.user"),
            System.getProperty("stand-in.qacomplete.password"));

    @Test
    void junit5PublishesEveryTestWithItsFiles() throws Exception {
        List<PublishedRun> runs = service.runs();

        assertThat(runs)
                .filteredOn(run -> run.name().equals("junit5"))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.state()).isEqualTo("Completed");
                    assertThat(run.outcomes()).isEqualTo(Map.of("Passed", 8, "Failed", 1, "NotExecuted", 2));
                    assertThat(run.attachments())
                            .isEqualTo(Map.of("generalAttachment", 2, "consoleLog", 1, "runConfig", 1));
                });
    }

    @Test
    void testngPublishesEveryTestWithItsAttempts() throws Exception {
        assertThat(service.runs())
                .filteredOn(run -> run.name().equals("TestNG sample"))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.state()).isEqualTo("Completed");
                    assertThat(run.outcomes()).isEqualTo(Map.of("Passed", 5, "Failed", 2, "NotExecuted", 5));
                    assertThat(run.retried()).isEqualTo(1);
                });
    }

    @Test
    void seleniumPublishesWhatItsPagesShowedWhenTestsFailed() throws Exception {
        assumeBrowser();

        List<PublishedRun> runs = service.runs();

        assertThat(runs)
                .filteredOn(run -> run.name().equals("selenium"))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.state()).isEqualTo("Completed");
                    assertThat(run.outcomes()).isEqualTo(Map.of("Passed", 5, "Failed", 2));
                    // Of each that failed the picture, the page's source and, except for Firefox, its console.
                    assertThat(run.attachments().get("generalAttachment"))
                            .isIn(hasChromium() ? Set.of(6) : Set.of(4, 6));
                });
    }

    @Test
    void seleniumFilesABugWithItsPictureForEachTestThatFailed() throws Exception {
        assumeBrowser();

        assertThat(service.bugs())
                .hasSize(2)
                .allSatisfy(bug -> assertThat(bug.files()).anyMatch(name -> name.endsWith(".png")));
    }

    @Test
    void seleniumPublishesToQaCompleteToo() throws Exception {
        assumeBrowser();

        assertThat(qaComplete.runs()).singleElement().satisfies(run -> {
            assertThat(run.statuses()).isEqualTo(Map.of("Passed", 2, "Failed", 2, "Awaiting Run", 12));
            assertThat(run.reports()).isEqualTo(2);
        });
    }

    /** The sample finds more browsers than this test does. With a Chromium that anybody would find, it has to run. */
    private void assumeBrowser() throws Exception {
        boolean ran = service.runs().stream().anyMatch(run -> run.name().equals("selenium") && !run.isSkipped());
        assumeThat(ran || hasChromium())
                .as("the Selenium sample found no browser")
                .isTrue();
    }

    private static boolean hasChromium() {
        return onPath("chromium") && onPath("chromedriver");
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
