package dev.attest.systemtests.services;

import dev.attest.AttachmentType;
import dev.attest.When;
import dev.attest.internal.config.NetworkSettings;
import dev.attest.internal.config.QaCompleteSettings;
import dev.attest.internal.config.setting.ResourceVersions;
import dev.attest.internal.config.setting.Secret;
import dev.attest.internal.config.setting.StatusNames;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.qacomplete.QaCompleteDestination;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.standin.StandIn;
import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.QaCompletePolicy;
import dev.attest.systemtests.evidence.LiveBrowser;
import dev.attest.testkit.InMemoryContent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

import static org.assertj.core.api.Assertions.assertThat;

/** The report of a test with a browser, as QAComplete has it, in a browser. */
class QaCompleteReportIT {

    private static final String EVIL =
            "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">";

    @TempDir
    Path folder;

    @BeforeAll
    static void needsABrowser() {
        LiveBrowser.assume();
    }

    @Test
    void showsPictureTraceAndOutputAndRunsNothing() throws Exception {
        ChromeDriver driver = LiveBrowser.showing("The shop");
        try (StandIn service = StandIn.start(StandInOptions.defaults());
                QaCompleteDestination qaComplete = new QaCompleteDestination(settings(service), Map.of())) {
            publish(qaComplete, driver.getScreenshotAs(OutputType.BYTES));

            driver.get(download(service, "/qacomplete/items/2/report").toUri().toString());

            assertThat(driver.findElement(By.tagName("h1")).getText()).isEqualTo("Cart › " + EVIL);
            assertThat(driver.findElements(By.tagName("pre")))
                    .extracting(WebElement::getText)
                    .containsExactly("expected " + EVIL, "java.lang.AssertionError: " + EVIL, "printed " + EVIL);
            assertThat(driver.findElements(By.tagName("img"))).singleElement().satisfies(picture -> {
                assertThat(picture.getAttribute("alt")).isEqualTo("screenshot.png");
                assertThat(Integer.parseInt(String.valueOf(picture.getDomProperty("naturalWidth"))))
                        .isGreaterThan(100);
            });
            assertThat(driver.findElements(By.tagName("script"))).isEmpty();
            assertThat(driver.getTitle()).isEqualTo("Cart › " + EVIL);
        } finally {
            driver.quit();
        }
    }

    private static void publish(QaCompleteDestination qaComplete, byte[] screenshot) {
        TestDescription test = new TestDescription(
                new TestId("junit-jupiter", "shop.ShopTest", "prints a receipt", ""), "Cart › " + EVIL, List.of());
        Result result = new Result(
                1,
                1,
                test,
                Outcome.FAILED,
                Instant.parse("2026-11-21T08:00:00Z"),
                Duration.ofMillis(1512),
                new Failure("expected " + EVIL, "java.lang.AssertionError: " + EVIL),
                "");
        Run run = new Run("token", "Shop tests", result.started(), "host7", null);
        qaComplete.create(run, false);
        qaComplete.deliver("1", List.of(result), false);
        List<AttachedContent> evidence = List.of(
                evidence(1, "screenshot.png", AttachmentType.GENERAL_ATTACHMENT, screenshot),
                evidence(
                        2,
                        "Standard_Console_Output.log",
                        AttachmentType.CONSOLE_LOG,
                        ("printed " + EVIL).getBytes(StandardCharsets.UTF_8)));
        assertThat(qaComplete.report("1", new ReportedRow("2", List.of(result), evidence), false))
                .isInstanceOf(Accepted.class);
    }

    private Path download(StandIn service, String path) throws Exception {
        URI address = service.page().resolve(path);
        Path file = folder.resolve("report.mht");
        HttpResponse<Path> reply = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofFile(file));
        assertThat(reply.statusCode()).isEqualTo(200);
        return file;
    }

    private static AttachedContent evidence(int number, String name, AttachmentType type, byte[] bytes) {
        Content content = new InMemoryContent(bytes);
        return new AttachedContent(
                new Attachment(number, 1, 1, name, type, "ab12cd34".repeat(8), bytes.length), content);
    }

    private static QaCompleteSettings settings(StandIn service) {
        return new QaCompleteSettings(
                service.qaCompleteUrl(),
                "1",
                QaCompletePolicy.USER,
                new Secret(QaCompletePolicy.PASSWORD),
                "1",
                "",
                "",
                Map.of(),
                "",
                StatusNames.DEFAULT,
                When.NEVER,
                ResourceVersions.DEFAULT,
                new NetworkSettings(new Secret(""), List.of(), ""));
    }
}
