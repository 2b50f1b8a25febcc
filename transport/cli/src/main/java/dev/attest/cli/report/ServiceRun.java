package dev.attest.cli.report;

import dev.attest.cli.report.ReportedRun.Attempt;
import dev.attest.cli.report.ReportedRun.Fact;
import dev.attest.internal.azure.api.AttachmentOwner;
import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.Endpoint;
import dev.attest.internal.http.Response;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a run of Azure DevOps. It only gets, page by page, and never asks another address than that of the settings.
 * Only results that need a look, and those with several attempts, are asked for their files: one request for each of
 * ten thousand results would take an hour.
 */
public final class ServiceRun {

    private static final String PAGE_SIZE = "1000";
    private static final int PATIENCE = 3;

    private final AzureApi api;
    private final String runId;
    private final List<String> remarks = new ArrayList<>();
    private int failures;
    private boolean complete = true;
    private int notAsked;

    private ServiceRun(AzureApi api, String runId) {
        this.api = api;
        this.runId = runId;
    }

    /**
     * Returns a run.
     *
     * @throws IOException if the run or its results cannot be read; the message says why, and what to do
     */
    public static ReportedRun read(AzureApi api, String runId) throws IOException {
        try {
            return new ServiceRun(api, runId).read();
        } catch (NotDeliveredException e) {
            throw new IOException(e.reason(), e);
        }
    }

    private ReportedRun read() throws NotDeliveredException {
        JsonValue run = api.get("read run " + runId, api.urls().run(runId)).json();
        List<ReportedRun.Test> tests = new ArrayList<>();
        Endpoint all = api.urls().results(runId, "$top", PAGE_SIZE);
        AzureApi.readPagesByPosition(
                skip -> api.get("read the results of run " + runId, all.with("$skip", skip))
                        .list("value", "it lists no results"),
                page -> {
                    page.forEach(result -> tests.add(test(result)));
                    return !page.isEmpty();
                });
        List<ReportFile> files = files(new AttachmentOwner(runId, null, null));
        if (notAsked > 0) {
            remarks.add("The files of " + notAsked + (notAsked == 1 ? " result" : " results")
                    + " that passed or were skipped are at the service, and not in this report.");
        }
        return new ReportedRun(run.text("name"), api.urls().page(runId), facts(run), tests, files, remarks, complete);
    }

    private List<Fact> facts(JsonValue run) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Run", runId + " of " + api.urls().shown());
        add(facts, "State", run.text("state"));
        add(facts, "Started", time(run.text("startedDate")));
        add(facts, "Completed", time(run.text("completedDate")));
        add(facts, "Build", run.get("build").text("name"));
        add(facts, "Comment", run.text("comment"));
        return facts;
    }

    private static String time(String text) {
        return dev.attest.internal.azure.api.Times.parse(text).map(Times::of).orElse(text);
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isBlank()) {
            facts.add(new Fact(name, value));
        }
    }

    private ReportedRun.Test test(JsonValue result) {
        Verdict verdict = Verdict.ofAzure(result.text("outcome"));
        boolean rerun = result.text("resultGroupType").equalsIgnoreCase("rerun");
        String id = Reply.id(result).orElse("");
        boolean asks = (rerun || verdict.isTrouble()) && !id.isEmpty();
        notAsked += asks ? 0 : 1;
        List<Attempt> attempts = new ArrayList<>();
        if (asks && rerun) {
            for (JsonValue attempt : attempts(id)) {
                attempts.add(attempt(attempt, files(owner(id, Reply.id(attempt).orElse(null)))));
            }
        }
        List<ReportFile> files = asks ? files(owner(id, null)) : List.of();
        if (attempts.isEmpty()) {
            attempts.add(attempt(result, files));
        } else if (!files.isEmpty()) {
            Attempt last = attempts.remove(attempts.size() - 1);
            List<ReportFile> both = new ArrayList<>(last.files());
            both.addAll(files);
            attempts.add(new Attempt(
                    last.verdict(), last.duration(), last.message(), last.stackTrace(), last.comment(), both));
        }
        return new ReportedRun.Test(result.text("automatedTestStorage"), title(result), attempts);
    }

    private static String title(JsonValue result) {
        String title = result.text("testCaseTitle");
        return title.isEmpty() ? result.get("testCase").text("name") : title;
    }

    private AttachmentOwner owner(String resultId, @Nullable String attemptId) {
        return new AttachmentOwner(runId, resultId, attemptId);
    }

    private static Attempt attempt(JsonValue row, List<ReportFile> files) {
        return new Attempt(
                Verdict.ofAzure(row.text("outcome")),
                Duration.ofMillis(millis(row)),
                row.text("errorMessage"),
                row.text("stackTrace"),
                row.text("comment"),
                files);
    }

    /** Some servers have a fraction. */
    private static long millis(JsonValue row) {
        try {
            return Math.max(0, (long) Double.parseDouble(row.text("durationInMs")));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private List<JsonValue> attempts(String resultId) {
        return unlessItFails(() -> api.get(
                        "read the attempts of a test",
                        api.urls().result(runId, resultId, "detailsToInclude", "SubResults"))
                .json()
                .get("subResults")
                .items());
    }

    private List<ReportFile> files(AttachmentOwner owner) {
        return unlessItFails(() -> {
            List<ReportFile> files = new ArrayList<>();
            for (JsonValue file : api.get("list the files of a test", api.urls().attachments(owner))
                    .list("value", "it lists no files")) {
                Reply.id(file).ifPresent(id -> files.add(file(owner, id, file)));
            }
            return files;
        });
    }

    private ReportFile file(AttachmentOwner owner, String id, JsonValue file) {
        long size = file.get("size").number().orElse(-1);
        return new ReportFile(file.text("fileName"), size, most -> download(owner, id, most));
    }

    private byte[] download(AttachmentOwner owner, String id, int most) throws IOException {
        try {
            Response response = api.download("get a file of a test", api.urls().attachmentContent(owner, id));
            byte[] content = response.content();
            return content.length > most ? Arrays.copyOf(content, most) : content;
        } catch (NotDeliveredException e) {
            throw new IOException(e.reason(), e);
        }
    }

    /** A result without its files says more than no report. A service that is gone is not asked a thousand times. */
    private <T> List<T> unlessItFails(Reading<T> reading) {
        if (failures >= PATIENCE) {
            return List.of();
        }
        try {
            List<T> read = reading.read();
            failures = 0;
            return read;
        } catch (NotDeliveredException e) {
            failures++;
            complete = false;
            remarks.add("Files or attempts are missing: " + e.reason()
                    + (failures == PATIENCE ? " No further ones were asked for." : ""));
            return List.of();
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        List<T> read() throws NotDeliveredException;
    }
}
