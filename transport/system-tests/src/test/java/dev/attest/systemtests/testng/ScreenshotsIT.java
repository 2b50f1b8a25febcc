package dev.attest.systemtests.testng;

import dev.attest.systemtests.evidence.LiveBrowser;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Real pictures of a real browser, of tests that do nothing for it, before {@code @AfterMethod} quits it. */
class ScreenshotsIT {

    private static final String ALL = "browser-console.log page-source.html screenshot.png";

    @TempDir
    Path folder;

    @BeforeAll
    static void needsABrowser() {
        LiveBrowser.assume();
    }

    @Test
    void takesThemBeforeAnythingIsTornDown() throws Exception {
        String suites = List.of(
                        BrowserSuites.QuitsAfterMethod.class,
                        BrowserSuites.FailsBeforeMethod.class,
                        BrowserSuites.FailsBeforeClass.class,
                        BrowserSuites.TakesADriver.class)
                .stream()
                .map(Class::getName)
                .collect(Collectors.joining(","));
        try (Service service = Service.start()) {
            ChildJvm.Ended child = new ChildJvm(folder, service.environment(folder.resolve("journal")))
                    .option("-D" + TestNGMain.CLASSES + "=" + suites)
                    .main(TestNGMain.class, ChildJvm.withoutStandIn())
                    .run();

            assertThat(filesOf(service))
                    .as(child.out() + child.err())
                    .containsExactlyInAnyOrder(
                            "QuitsAfterMethod › fails: " + ALL,
                            "QuitsAfterMethod › passes: ",
                            "QuitsAfterMethod › isTriedTwice: , attempt 1 " + ALL + ", attempt 2 " + ALL,
                            "QuitsAfterMethod › runsElsewhere: " + ALL,
                            "QuitsAfterMethod › takesTooLong: " + ALL,
                            "FailsBeforeClass › @BeforeClass open: " + ALL,
                            "FailsBeforeClass › neverRuns: ",
                            "FailsBeforeMethod › @BeforeMethod open: " + ALL,
                            "FailsBeforeMethod › neverRuns: ",
                            "TakesADriver › fails(WebDriver) › [1]: " + ALL);
        }
    }

    private static List<String> filesOf(Service service) throws Exception {
        List<String> files = new ArrayList<>();
        for (ServiceView.Result result : service.results()) {
            List<ServiceView.Attachment> own = service.view().attachments(1, result.id());
            StringBuilder line = new StringBuilder(
                            result.title().replaceFirst(" ChromeDriver: .*", "").replace("BrowserSuites$", ""))
                    .append(": ")
                    .append(names(own));
            for (ServiceView.Attempt attempt : result.attempts()) {
                line.append(", attempt ")
                        .append(attempt.number())
                        .append(' ')
                        .append(names(service.view().attachments(1, result.id(), attempt)));
            }
            files.add(line.toString());
            for (ServiceView.Attachment attachment : own) {
                if (attachment.fileName().endsWith(".png")) {
                    try (InputStream png = service.view().bytes(1, result.id(), attachment.id())) {
                        assertThat(ImageIO.read(png).getWidth()).isGreaterThan(300);
                    }
                }
            }
        }
        return files;
    }

    private static String names(List<ServiceView.Attachment> attachments) {
        return attachments.stream()
                .map(ServiceView.Attachment::fileName)
                .filter(name -> !name.matches("stack-trace.txt|Standard_Console_.*"))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
