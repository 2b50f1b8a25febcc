package dev.attest.internal.azure;

import dev.attest.AttachmentType;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.HistorySettings;
import dev.attest.internal.config.NetworkSettings;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.config.setting.Secret;
import dev.attest.internal.config.setting.TestNames;
import dev.attest.internal.http.Http;
import dev.attest.internal.http.HttpSettings;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Pipeline;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Failure;
import dev.attest.spi.Links;
import dev.attest.spi.Outcome;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
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
                new NetworkSettings(new Secret(""), List.of(), ""),
                WorkItemSettings.DEFAULT,
                PlanSettings.NONE,
                BugSettings.NONE,
                HistorySettings.OFF);
    }

    private static AzureDestination destination(AzureSettings settings, String proxy) {
        return destination(settings, proxy, NOW);
    }

    /** Returns one on a host whose clock shows this time. */
    public static AzureDestination destination(Origin origin, String apiVersion, Instant now) {
        return destination(settings(origin.uri("/tfs/Main/"), apiVersion), "", now);
    }

    private static AzureDestination destination(AzureSettings settings, String proxy, Instant now) {
        Http http = new Http(new HttpSettings(3, Map.of(), proxy, List.of(), ""));
        return new AzureDestination(settings, http, Clock.fixed(now, ZoneOffset.UTC), Duration.ZERO);
    }

    /** Returns one that waits for the service to know the build of a run. */
    public static AzureDestination patientDestination(Origin origin) {
        Http http = new Http(new HttpSettings(3, Map.of(), "", List.of(), ""));
        return new AzureDestination(
                settings(origin.uri("/tfs/Main/"), "7.1"), http, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofHours(1));
    }

    public static Run run() {
        return run(null);
    }

    public static Run run(@Nullable Pipeline pipeline) {
        return new Run("9f3c2a", "Shop tests", START, "host7", pipeline);
    }

    public static Run sharedRun() {
        return new Run("9f3c2a", "Shop tests", START, "host7", null, true, "");
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
