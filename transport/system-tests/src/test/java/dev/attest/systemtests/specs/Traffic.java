package dev.attest.systemtests.specs;

import dev.attest.AttachmentType;
import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.HistorySettings;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.destination.Review;
import dev.attest.internal.destination.ReviewedRow;
import dev.attest.internal.history.ReviewedTest;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Links;
import dev.attest.spi.Outcome;
import dev.attest.standin.StandIn;
import dev.attest.standin.rules.Product;
import dev.attest.testkit.Service;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

import static dev.attest.systemtests.specs.Samples.BUGS;
import static dev.attest.systemtests.specs.Samples.LOG;
import static dev.attest.systemtests.specs.Samples.PLAN;
import static dev.attest.systemtests.specs.Samples.RESULTS;
import static dev.attest.systemtests.specs.Samples.START;
import static dev.attest.systemtests.specs.Samples.SUITE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything that Attest sends to Azure DevOps, once with each thing that makes a request look otherwise. What may have
 * been applied already is sent once more, so that it is looked for.
 */
final class Traffic {

    private final Product product;
    private final StandIn service;
    private final AzureSettings settings;
    private int files;

    /** @param url of the collection, by which the service is called */
    Traffic(Product product, StandIn service, URI url) {
        this.product = product;
        this.service = service;
        this.settings = Service.settings(url, service.project(), service.token())
                .with(Samples.ON_ITEMS)
                .with(new HistorySettings(14, true, 5, 0, Samples.BUILD.buildId(), "refs/heads/main"));
    }

    void play() {
        publish(new PlanSettings(PLAN, 0, "", true));
        publish(new PlanSettings(PLAN, SUITE, "Windows", true));
        publishOfRelease();
        addALateBuild();
        if (product == Product.SERVER_2019) {
            speakAnOldVersion();
        }
        shareRuns();
        continueRun();
        new DoctorTraffic(settings).play();
    }

    /** A run of a build with results, attempts, files at each place, linked items and bugs. */
    private void publish(PlanSettings plan) {
        try (AzureDestination azure = destination(plan)) {
            Run run = Samples.run("published " + plan.suite(), Samples.BUILD);
            azure.prepare(run);
            String id = id(azure.create(run, false));
            assertThat(id(azure.create(run, true))).isEqualTo(id);
            List<String> rows = accepted(azure.deliver(id, RESULTS, false)).ids();
            assertThat(accepted(azure.deliver(id, RESULTS, true)).ids()).isEqualTo(rows);

            retry(azure, id, rows.get(5));
            for (AttachmentType type : AttachmentType.values()) {
                attach(azure, id, rows.get(1), null, type);
            }
            attachWhatIsTooLarge(azure, id, rows.get(1));
            report(azure, id, rows.get(1));
            review(azure, id, rows);
            accepted(azure.complete(id, START.plusSeconds(60), false));
            attach(azure, id, null, null, AttachmentType.CODE_COVERAGE);
            attach(azure, id, null, null, AttachmentType.RUN_CONFIG);
        }
    }

    private void retry(AzureDestination azure, String run, String row) {
        Result first = RESULTS.get(5);
        RetriedRow retried = new RetriedRow(row, List.of(first, Samples.retried(first, Outcome.PASSED)), 0);
        String attempt = id(azure.append(run, List.of(retried), false));
        assertThat(id(azure.append(run, List.of(retried), true))).isEqualTo(attempt);
        attach(azure, run, row, attempt.isEmpty() ? null : attempt, AttachmentType.CONSOLE_LOG);
    }

    private void attach(
            AzureDestination azure, String run, @Nullable String row, @Nullable String attempt, AttachmentType type) {
        Attachment file = Samples.file(++files, row == null ? Attachment.RUN : 1, type);
        String id = id(azure.attach(run, row, attempt, file, LOG, false));
        assertThat(id(azure.attach(run, row, attempt, file, LOG, true))).isEqualTo(id);
    }

    /** It goes to the work item for large files. */
    private void attachWhatIsTooLarge(AzureDestination azure, String run, String row) {
        service.faults().add("POST */attachments: nth=1 status=413");
        attach(azure, run, row, null, AttachmentType.GENERAL_ATTACHMENT);
    }

    private void report(AzureDestination azure, String run, String row) {
        attachTo(azure, Samples.BUG);
        AttachedContent log = new AttachedContent(Samples.file(++files, 2, AttachmentType.CONSOLE_LOG), LOG);
        ReportedRow failed = new ReportedRow(row, List.of(RESULTS.get(1)), List.of(log));
        accepted(azure.report(run, failed, false));
        accepted(azure.report(run, failed, true));
    }

    /** Of a test that failed and of one that passed after a retry. */
    private static void review(AzureDestination azure, String run, List<String> rows) {
        Result failed = RESULTS.get(1);
        Result retried = RESULTS.get(5);
        Review review = azure.review(
                run,
                List.of(
                        new ReviewedRow(
                                new ReviewedTest(failed.row(), failed.test(), Outcome.FAILED, 1, 5),
                                rows.get(1),
                                null,
                                true),
                        new ReviewedRow(
                                new ReviewedTest(retried.row(), retried.test(), Outcome.PASSED, 2, 5),
                                rows.get(5),
                                null,
                                true)),
                System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
        assertThat(review.trouble()).isEmpty();
    }

    private void attachTo(AzureDestination azure, int item) {
        AttachmentTarget target = new AttachmentTarget("azure", "WorkItem", String.valueOf(item));
        Attachment file = Samples.file(++files, 2, AttachmentType.GENERAL_ATTACHMENT);
        accepted(azure.file(target, file, LOG, "a run", false));
    }

    private void publishOfRelease() {
        try (AzureDestination azure = destination(PlanSettings.NONE)) {
            String id = id(azure.create(Samples.run("of a release", Samples.RELEASE), false));
            accepted(azure.complete(id, START.plusSeconds(60), true));
        }
    }

    private void addALateBuild() {
        service.faults()
                .add("POST */runs: nth=1 status=400 body=\"{\\\"message\\\":\\\"Build 42 cannot be found\\\"}\"");
        try (AzureDestination azure = destination(PlanSettings.NONE)) {
            String id = id(azure.create(Samples.run("of a late build", Samples.BUILD), false));
            accepted(azure.complete(id, START.plusSeconds(60), false));
            assertThat(azure.remarks()).contains("Build 42 was added to the test run at its end.");
        }
    }

    /** One server of 2019 refuses work items at its own version. */
    private void speakAnOldVersion() {
        service.faults()
                .add(
                        "PATCH */wit/workitems/*: nth=1 status=400 body=\"{\\\"typeKey\\\":\\\"NotSupportedException\\\"}\"");
        try (AzureDestination azure = destination(PlanSettings.NONE)) {
            attachTo(azure, Samples.TASK);
        }
    }

    /** Two hosts have created a run each. One of the two is deleted, or aborted where the token may not delete. */
    private void shareRuns() {
        shareRun("deleted");
        service.faults().add("DELETE */runs/*: nth=1 status=403 body=azure");
        shareRun("aborted");
    }

    private void shareRun(String token) {
        try (AzureDestination one = destination(PlanSettings.NONE);
                AzureDestination other = destination(PlanSettings.NONE)) {
            String first = id(one.create(Samples.run(token, Samples.BUILD), false));
            accepted(other.create(Samples.run(token, Samples.BUILD), false));
            assertThat(id(other.create(Samples.sharedRun(token), false))).isEqualTo(first);
            accepted(one.complete(first, START.plusSeconds(60), false));
        }
    }

    /** A host that is late finds the run completed. It is reopened, and takes no new results then. */
    private void continueRun() {
        try (AzureDestination one = destination(PlanSettings.NONE);
                AzureDestination late = destination(PlanSettings.NONE)) {
            String run = id(one.create(Samples.sharedRun("continued"), false));
            accepted(one.complete(run, START.plusSeconds(60), false));
            Result result = Samples.result("isLate", 1, Outcome.FAILED, Links.NONE);
            String row = id(late.deliver(run, List.of(result), false));
            assertThat(row).contains("/");
            attach(late, run, row, null, AttachmentType.CONSOLE_LOG);
            accepted(late.complete(run, START.plusSeconds(90), false));
        }
    }

    private AzureDestination destination(PlanSettings plan) {
        return new AzureDestination(settings.with(plan, BUGS), Map.of(), Duration.ZERO);
    }

    private static String id(DeliveryResult result) {
        return accepted(result).ids().get(0);
    }

    private static Accepted accepted(DeliveryResult result) {
        assertThat(result).isInstanceOf(Accepted.class);
        return (Accepted) result;
    }
}
