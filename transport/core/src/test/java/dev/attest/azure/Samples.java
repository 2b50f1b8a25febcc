package dev.attest.azure;

import dev.attest.config.AzureSettings;
import dev.attest.config.BugSettings;
import dev.attest.config.NetworkSettings;
import dev.attest.config.PlanSettings;
import dev.attest.config.Secret;
import dev.attest.config.TestNames;
import dev.attest.config.WorkItemSettings;
import dev.attest.http.Http;
import dev.attest.http.HttpSettings;
import dev.attest.http.Origin;
import dev.attest.http.PooledHttp;
import dev.attest.journal.event.Attachment;
import dev.attest.journal.event.Content;
import dev.attest.journal.event.Pipeline;
import dev.attest.journal.event.Result;
import dev.attest.journal.event.Run;
import dev.attest.model.AttachmentType;
import dev.attest.model.Failure;
import dev.attest.model.Links;
import dev.attest.model.Outcome;
import dev.attest.model.ReportName;
import dev.attest.model.TestDescription;
import dev.attest.model.TestId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tests of this package send. */
public final class Samples {

    public static final String TOKEN = "pat-7f3a-secret";
    public static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    public static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private Samples() {}

    public static AzureDestination destination(Origin origin) {
        return destination(origin, "7.1");
    }

    public static AzureDestination destination(Origin origin, String apiVersion) {
        return destination(origin.uri("/tfs/Main/"), apiVersion);
    }

    public static AzureDestination destination(URI url, String apiVersion) {
        return destination(url, apiVersion, "");
    }

    public static AzureDestination destination(Origin origin, WorkItemSettings workItems) {
        return destination(settings(origin.uri("/tfs/Main/"), "7.1").with(workItems), "");
    }

    public static AzureDestination destination(URI url, String apiVersion, String proxy) {
        return destination(settings(url, apiVersion), proxy);
    }

    public static AzureDestination destination(Origin origin, String apiVersion, PlanSettings plan) {
        return destination(settings(origin.uri("/tfs/Main/"), apiVersion).with(plan, BugSettings.NONE), "");
    }

    public static AzureDestination destination(Origin origin, BugSettings bugs) {
        return destination(settings(origin.uri("/tfs/Main/"), "7.1").with(PlanSettings.NONE, bugs), "");
    }

    public static AzureSettings settings(URI url, String apiVersion) {
        return new AzureSettings(
                url,
                "The Shop",
                new Secret(TOKEN),
                apiVersion,
                2,
                TestNames.QUALIFIED,
                new NetworkSettings(new Secret(""), List.of(), ""));
    }

    private static AzureDestination destination(AzureSettings settings, String proxy) {
        Http http = new PooledHttp(new HttpSettings(3, Map.of(), proxy, List.of(), ""));
        return new AzureDestination(settings, http, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    public static Run run() {
        return run(null);
    }

    public static Run run(@Nullable Pipeline pipeline) {
        return new Run("9f3c2a", "Shop tests", START, "host7", pipeline);
    }

    public static Run sharedRun() {
        return new Run("9f3c2a", "Shop tests", START, "host7", null, true);
    }

    public static Pipeline pipeline(String stage, String phase, String job) {
        return new Pipeline(42, stage, 1, phase, 2, job, 3);
    }

    public static TestId id(String method) {
        return new TestId("junit-jupiter", "shop.CartTest", method + "()", "");
    }

    public static Result passed(int row, String method) {
        return result(row, method, Outcome.PASSED, null);
    }

    public static Result result(int row, String method, Outcome outcome, @Nullable Failure failure) {
        TestDescription test = new TestDescription(id(method), "Cart › " + method, List.of());
        return new Result(row, 1, test, outcome, START.plusNanos(123_456_789), Duration.ofMillis(1500), failure, "");
    }

    public static Result ofCases(int row, String method, Outcome outcome, Integer... testCases) {
        Links links = new Links(List.of(), List.of(testCases), List.of());
        TestDescription test =
                new TestDescription(id(method), "Cart › " + method, List.of(), new ReportName("", method), links);
        return new Result(row, 1, test, outcome, START, Duration.ofMillis(1500), null, "");
    }

    public static Attachment attachment(String fileName, Content content) {
        return attachment(1, fileName, content);
    }

    public static Attachment attachment(int row, String fileName, Content content) {
        return new Attachment(7, row, 1, fileName, AttachmentType.CONSOLE_LOG, "ab12".repeat(16), content.size());
    }

    public static Content content(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
