package dev.attest.systemtests.evidence;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Real pictures of a real browser, of tests that do nothing for it, wherever the driver is and whoever quits it. */
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
        assertThat(filesOf(
                        BrowserSuites.QuitsAfterEach.class,
                        BrowserSuites.ClosedByStore.class,
                        BrowserSuites.FailsBeforeEach.class))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "QuitsAfterEach › fails()", ALL,
                        "QuitsAfterEach › passes()", "",
                        "QuitsAfterEach › passesAndIsSeen()", ALL,
                        "QuitsAfterEach › failsUnseen()", "",
                        "QuitsAfterEach › isAborted()", "",
                        "QuitsAfterEach › hasAnAlert()", ALL,
                        "QuitsAfterEach › closesItselfFirst()", ALL,
                        "ClosedByStore › fails(WebDriver)", ALL,
                        "FailsBeforeEach › neverRuns()", ALL));
    }

    @Test
    void findsDriversWhereTestsKeepThem() throws Exception {
        assertThat(filesOf(
                        BrowserSuites.KeptOutside.class,
                        BrowserSuites.KeptInAPage.class,
                        BrowserSuites.KeptForTheClass.class,
                        BrowserSuites.KeptElsewhere.class))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "KeptOutside › Inside › fails()", ALL,
                        "KeptInAPage › dynamic() › fails", ALL,
                        "KeptForTheClass › fails()",
                                "browser-console-2.log browser-console.log page-source-2.html page-source.html"
                                        + " screenshot-2.png screenshot.png",
                        "KeptElsewhere › fails()", ALL));
    }

    @Test
    void takesThemOfWhatFailsAroundTheTestsOfAClass() throws Exception {
        assertThat(filesOf(
                        BrowserSuites.FailsBeforeAll.class,
                        BrowserSuites.FailsBeforeAllWithin.class,
                        BrowserSuites.FailsAfterAll.class,
                        BrowserSuites.IsMendedBeforeAll.class))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "FailsBeforeAll › @BeforeAll", ALL,
                        "FailsBeforeAll › neverRuns()", "",
                        "FailsBeforeAllWithin › passes()", "",
                        "FailsBeforeAllWithin › Inside › @BeforeAll", ALL,
                        "FailsBeforeAllWithin › Inside › neverRuns()", "",
                        "FailsAfterAll › opens()", "",
                        "FailsAfterAll › @AfterAll", ALL,
                        "IsMendedBeforeAll › passes()", ""));
    }

    private Map<String, String> filesOf(Class<?>... suites) throws Exception {
        Map<String, String> files = new TreeMap<>();
        try (Service service = Service.start()) {
            ChildJvm.Ended child = new ChildJvm(folder, service.environment(folder.resolve("journal"))).run(suites);
            assertThat(child.err()).doesNotContain("Attest could not");
            for (ServiceView.Result result : service.results()) {
                List<ServiceView.Attachment> attachments = service.view().attachments(1, result.id()).stream()
                        .filter(file -> !file.fileName().matches("stack-trace.txt|Standard_Console_.*"))
                        .toList();
                files.put(
                        result.title().replace("BrowserSuites$", ""),
                        attachments.stream()
                                .map(ServiceView.Attachment::fileName)
                                .sorted()
                                .collect(Collectors.joining(" ")));
                for (ServiceView.Attachment attachment : attachments) {
                    check(service, result, attachment);
                }
                checkComment(result);
            }
        }
        return files;
    }

    private static void check(Service service, ServiceView.Result result, ServiceView.Attachment attachment)
            throws Exception {
        String suite = result.title().replaceFirst(" ›.*", "").replace("BrowserSuites$", "");
        assertThat(attachment.type()).isEqualToIgnoringCase("GeneralAttachment");
        try (InputStream bytes = service.view().bytes(1, result.id(), attachment.id())) {
            if (attachment.fileName().endsWith(".png")) {
                assertThat(ImageIO.read(bytes).getWidth()).isGreaterThan(300);
            } else if (!attachment.fileName().contains("-2.")) {
                assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
                        .contains(attachment.fileName().endsWith(".log") ? "console of " + suite : "<h1>" + suite);
            }
        }
        assertThat(result.comment()).contains("screenshot.png: data:text/html,", ", \"" + suite + "\", ", ", session ");
    }

    private static void checkComment(ServiceView.Result result) {
        if (result.title().contains("hasAnAlert")) {
            assertThat(result.comment()).contains("An alert was open (\"Sure?\")");
        }
    }
}
