package dev.attest.internal.azure.bugs;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.results.Attachments;
import dev.attest.internal.azure.workitems.PatchOperation;
import dev.attest.internal.azure.workitems.WorkItemAttachments;
import dev.attest.internal.azure.workitems.WorkItemDocument;
import dev.attest.internal.azure.workitems.WorkItems;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.spi.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files a bug for each test that failed in the end, unless there is an open one of the same {@linkplain FailurePrint
 * failure}: that one gets a comment and the new evidence, once a run. Each step looks first whether it was taken, so
 * that a bug whose creation got no reply is found by its tag, and told by its link to the result from one of an earlier
 * run. What the service refuses for good is remarked.
 */
public final class BugReporter {

    private static final Accepted DONE = new Accepted(List.of(), "", Duration.ZERO);
    private static final int MOST_TRIES = 5;

    private final AzureApi api;
    private final BugSettings settings;
    private final WorkItems items;
    private final WorkItemAttachments attachments;
    private final BugSearch search;
    private final BugLinks links;
    private final Remarks remarks;
    private final Map<String, BugLimit> limits = new ConcurrentHashMap<>();
    private final String software;
    private final Clock clock;
    private final Map<String, BugRun> runs = new ConcurrentHashMap<>();

    /**
     * Connects to nothing yet.
     *
     * @param software what tests ran with, as a rule
     */
    public BugReporter(
            AzureApi api,
            BugSettings settings,
            WorkItems items,
            WorkItemAttachments attachments,
            Attachments resultAttachments,
            Remarks remarks,
            String software,
            Clock clock) {
        this.api = api;
        this.settings = settings;
        this.items = items;
        this.attachments = attachments;
        this.search = new BugSearch(api.forWorkItems(), settings);
        this.links = new BugLinks(api, resultAttachments);
        this.remarks = remarks;
        this.software = software;
        this.clock = clock;
    }

    public boolean wanted() {
        return settings.filed();
    }

    public List<String> remarks() {
        return limits.values().stream()
                .flatMap(limit -> limit.remarks().stream())
                .toList();
    }

    /**
     * Files or updates the bug of a test that failed.
     *
     * @param computer where the test ran; may be empty
     */
    public Accepted report(String runId, ReportedRow row, String computer) throws NotDeliveredException {
        if (!settings.filed() || row.last().outcome() != Outcome.FAILED) {
            return DONE;
        }
        if (limit(runId).reached()) {
            limit(runId).leftOut(row.last().test().title());
            return DONE;
        }
        try {
            BugRun run = run(runId);
            String environment = computer.isEmpty() ? software : computer + ", " + software;
            file(run, row, new BugText(api.urls(), run, row, environment));
        } catch (NotDeliveredException e) {
            remark(e, "No bug tells of it, or not all of it; check what attest.azure.bugs.* says. ");
        }
        return DONE;
    }

    /** Each run has its own: what dead JVMs left behind is of other runs. */
    private BugLimit limit(String runId) {
        return limits.computeIfAbsent(runId, id -> new BugLimit(settings.limit()));
    }

    private void file(BugRun run, ReportedRow row, BugText text) throws NotDeliveredException {
        String print = FailurePrint.of(row.last());
        Optional<Integer> open = search.open(print);
        Optional<Integer> bug = open.isPresent() ? open : create(run, row, text, print);
        if (bug.isEmpty()) {
            limit(run.id()).leftOut(row.last().test().title());
            return;
        }
        int id = bug.get();
        List<AttachedContent> attached = open.isEmpty() || tell(id, run, row, text) ? attach(id, run, row) : List.of();
        links.associate(run.id(), row.resultId(), id);
        links.note(run.id(), row.resultId(), id, text.listing(id, attached));
    }

    private Optional<Integer> create(BugRun run, ReportedRow row, BugText text, String print)
            throws NotDeliveredException {
        if (!limit(run.id()).allows(search.filedIn(run, BugFields.steps(settings)))) {
            return Optional.empty();
        }
        List<PatchOperation> operations = BugFields.of(settings, text, print, link(run, row));
        return Optional.of(items.create(settings.type(), operations).id());
    }

    /**
     * Comments on a bug that was there, unless that was done for this result, or for another of the run.
     *
     * @return whether the evidence of this result belongs on it
     */
    private boolean tell(int bug, BugRun run, ReportedRow row, BugText text) throws NotDeliveredException {
        for (int tries = 1; ; tries++) {
            WorkItemDocument item = items.read(bug);
            if (BugFields.links(item, api.urls().page(run.id(), row.resultId())::equals)) {
                return true;
            }
            if (BugFields.links(item, url -> url.startsWith(api.urls().page(run.id(), "")))) {
                return false;
            }
            try {
                items.patch(
                        "comment on bug " + bug,
                        bug,
                        List.of(
                                PatchOperation.unchangedSince(item.rev()),
                                PatchOperation.field("System.History", text.comment()),
                                link(run, row)));
                return true;
            } catch (NotDeliveredException e) {
                if (!WorkItems.isConflict(e) || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Returns what is on the bug now: it may take no more files, which says nothing about its other uses. */
    private List<AttachedContent> attach(int bug, BugRun run, ReportedRow row) throws NotDeliveredException {
        List<AttachedContent> attached = new ArrayList<>();
        for (AttachedContent evidence : row.evidence()) {
            String origin = "Run " + run.id() + ", result " + row.resultId() + ", attempt "
                    + evidence.attachment().attempt();
            try {
                attachments.attach(bug, evidence.attachment(), evidence.content(), origin, true);
                attached.add(evidence);
            } catch (NotDeliveredException e) {
                remark(e, "");
            }
        }
        return attached;
    }

    private PatchOperation link(BugRun run, ReportedRow row) {
        return BugFields.link(
                api.urls().page(run.id(), row.resultId()), "Result " + row.resultId() + " of run " + run.id());
    }

    private BugRun run(String runId) throws NotDeliveredException {
        BugRun known = runs.get(runId);
        if (known == null) {
            Reply reply = api.get(
                    "look at the run that failed tests are of", api.urls().run(runId));
            known = BugRun.of(runId, reply.json(), clock.instant());
            runs.put(runId, known);
        }
        return known;
    }

    /** What may be better soon is tried again; the rest becomes a remark. */
    private void remark(NotDeliveredException e, String before) throws NotDeliveredException {
        if (!e.refused() && !e.delivery(false).done()) {
            throw e;
        }
        remarks.add(before + e.reason());
    }
}
