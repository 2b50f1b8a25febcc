package dev.attest.internal.qacomplete;

import dev.attest.When;
import dev.attest.internal.config.QaCompleteSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.http.Http;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.RestClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to SmartBear QAComplete. Creates a test run of a test set and updates the item of each test with its
 * outcome. Uploads a report with pictures and output, and a log, for each test that did not pass.
 *
 * <p>A test without an item is not published. It gets a remark and counts as delivered.
 *
 * @see <a href="https://support.smartbear.com/qacomplete/docs/developer/api/rest/api/about.html">REST API</a>
 */
public final class QaCompleteDestination implements Destination {

    /** The number of files that are uploaded at once. */
    public static final int CONNECTIONS = 4;

    private static final Accepted NOTHING_TO_SEND = Accepted.of();
    private static final Accepted LEFT_OUT = Accepted.of("");

    private final Http http;
    private final QaCompleteApi api;
    private final When attached;
    private final Remarks remarks = new Remarks();
    private final QaCompleteRuns runs;
    private final Items items;
    private final Outputs outputs;
    private final EntityFiles files;

    /** Connects on the first call. Reads {@code HTTPS_PROXY} and similar variables from the environment. */
    public QaCompleteDestination(QaCompleteSettings settings, Map<String, String> environment) {
        this(
                settings,
                RestClient.http(settings.url(), settings.network(), CONNECTIONS, environment),
                Clock.systemUTC());
    }

    QaCompleteDestination(QaCompleteSettings settings, Http http, Clock clock) {
        this.http = http;
        this.api = new QaCompleteApi(settings, http, clock);
        this.attached = settings.files();
        this.runs = new QaCompleteRuns(api, settings, remarks);
        this.items = new Items(api, new TestMatching(api, settings, remarks), settings.statuses());
        this.outputs = new Outputs(api, remarks, new SizeLimitDetector());
        this.files = new EntityFiles(api, remarks, new SizeLimitDetector());
    }

    @Override
    public String name() {
        return "qacomplete";
    }

    @Override
    public String address() {
        return api.urls().shown();
    }

    @Override
    public DeliveryResult prepare(Run run) {
        return RestClient.resultOf(false, runs::prepare);
    }

    @Override
    public DeliveryResult create(Run run, boolean possiblyApplied) {
        return RestClient.resultOf(possiblyApplied, () -> runs.create(run, possiblyApplied));
    }

    @Override
    public DeliveryResult deliver(String runId, List<Result> results, boolean possiblyApplied) {
        return RestClient.resultOf(possiblyApplied, () -> items.deliver(runId, results));
    }

    @Override
    public DeliveryResult append(String runId, List<RetriedRow> rows, boolean possiblyApplied) {
        return RestClient.resultOf(possiblyApplied, () -> items.append(runId, rows));
    }

    /** Reports contain the files of tests that did not pass. Runs and passed tests have no place for files. */
    @Override
    public DeliveryResult attach(
            String runId,
            @Nullable String resultId,
            @Nullable String attemptId,
            Attachment attachment,
            Content content,
            boolean possiblyApplied) {
        if (resultId == null || resultId.isEmpty()) {
            return LEFT_OUT;
        }
        AttachedContent file = new AttachedContent(attachment, content);
        return RestClient.resultOf(possiblyApplied, () -> {
            if (attached == When.ALWAYS) {
                return attach(runId, resultId, file, possiblyApplied);
            }
            return items.of(runId).isReported(resultId) ? NOTHING_TO_SEND : LEFT_OUT;
        });
    }

    @Override
    public DeliveryResult file(
            AttachmentTarget target, Attachment attachment, Content content, String origin, boolean possiblyApplied) {
        return RestClient.resultOf(
                possiblyApplied,
                () -> files.file(target, new AttachedContent(attachment, content), origin, possiblyApplied));
    }

    @Override
    public ReportTrigger reports() {
        return ReportTrigger.EACH_ATTEMPT;
    }

    @Override
    public DeliveryResult report(String runId, ReportedRow row, boolean possiblyApplied) {
        return RestClient.resultOf(possiblyApplied, () -> {
            for (Item item : items.of(runId).of(row.resultId())) {
                outputs.put(runId, item, row, possiblyApplied);
            }
            if (attached == When.FAILED) {
                for (AttachedContent evidence : row.evidence()) {
                    attach(runId, row.resultId(), evidence, true);
                }
            }
            return NOTHING_TO_SEND;
        });
    }

    /** Does nothing, because a run always accepts results. */
    @Override
    public DeliveryResult reopen(String runId) {
        return NOTHING_TO_SEND;
    }

    /** Sends nothing, because the state follows from the items. Compares their statuses with those that were sent. */
    @Override
    public DeliveryResult complete(String runId, Instant at, boolean aborted) {
        return RestClient.resultOf(false, () -> {
            items.differences(runId).forEach(remarks::add);
            return NOTHING_TO_SEND;
        });
    }

    @Override
    public List<String> remarks() {
        return remarks.all();
    }

    @Override
    public boolean hasReplied() {
        return http.repliesOfService() > 0;
    }

    @Override
    public void close() {
        http.close();
    }

    private Accepted attach(String runId, String resultId, AttachedContent evidence, boolean possiblyApplied)
            throws NotDeliveredException {
        Attachment attachment = evidence.attachment();
        String comment = "Test run " + runId + ", attempt " + attachment.attempt() + ", sha256 " + attachment.sha256();
        Accepted accepted = LEFT_OUT;
        for (Item item : items.of(runId).of(resultId)) {
            AttachmentTarget test = new AttachmentTarget(AttachmentTarget.QACOMPLETE, "Tests", item.testId());
            accepted = files.put(test, evidence, runId, comment, possiblyApplied);
        }
        return accepted;
    }
}
