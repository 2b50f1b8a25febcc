package dev.attest.internal.azure.bugs;

import dev.attest.AttachmentType;
import dev.attest.internal.azure.api.AttachmentOwner;
import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.Reference;
import dev.attest.internal.azure.api.TextContent;
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
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.internal.text.Texts;
import dev.attest.spi.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Files a bug for each test whose last attempt failed. If there is an open bug of the same {@linkplain FailurePrint
 * failure}, that bug gets a comment and the new attachments, once a run.
 *
 * <p>Each step checks first whether it was applied already. A bug whose creation got no reply is found by its tag. Its
 * link to the result distinguishes it from a bug of an earlier run. A permanent refusal becomes a remark.
 */
public final class BugReporter {

    private static final Accepted DONE = Accepted.of();
    private static final int CONFLICT_ATTEMPTS = 5;
    /** The software of this JVM. The results of a dead JVM may have run with another one. */
    private static final String SOFTWARE = "Java " + System.getProperty("java.version") + ", "
            + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
            + System.getProperty("os.arch");

    private final AzureApi api;
    private final BugSettings settings;
    private final WorkItems items;
    private final WorkItemAttachments attachments;
    private final Attachments resultAttachments;
    private final BugSearch search;
    private final Remarks remarks;
    private final Map<String, BugLimit> limits = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Map<String, BugRun> runs = new ConcurrentHashMap<>();

    public BugReporter(
            AzureApi api,
            BugSettings settings,
            WorkItems items,
            WorkItemAttachments attachments,
            Attachments resultAttachments,
            Remarks remarks,
            Clock clock) {
        this.api = api;
        this.settings = settings;
        this.items = items;
        this.attachments = attachments;
        this.search = new BugSearch(api.forWorkItems(), settings);
        this.resultAttachments = resultAttachments;
        this.remarks = remarks;
        this.clock = clock;
    }

    public boolean wanted() {
        return settings.filed();
    }

    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (BugLimit limit : limits.values()) {
            remarks.addAll(limit.remarks());
        }
        return remarks;
    }

    /** Files or updates the bug of a failed test. Does nothing for other results. The computer may be empty. */
    public Accepted report(String runId, ReportedRow row, String computer) throws NotDeliveredException {
        if (!settings.filed() || row.last().outcome() != Outcome.FAILED) {
            return DONE;
        }
        if (limit(runId).reached()) {
            limit(runId).addUnreported(row.last().test().title());
            return DONE;
        }
        try {
            BugRun run = run(runId);
            String environment = computer.isEmpty() ? SOFTWARE : computer + ", " + SOFTWARE;
            file(run, row, new BugText(api.urls(), run, row, environment));
        } catch (NotDeliveredException e) {
            remark(e, "A bug was not filed, or is incomplete. Check attest.azure.bugs.*. ");
        }
        return DONE;
    }

    /** Each run has a limit of its own. A process can also deliver the runs of dead JVMs. */
    private BugLimit limit(String runId) {
        return limits.computeIfAbsent(runId, id -> new BugLimit(settings.limit()));
    }

    private void file(BugRun run, ReportedRow row, BugText text) throws NotDeliveredException {
        String print = FailurePrint.of(row.last());
        Optional<Integer> open = search.open(print);
        Optional<Integer> bug = open.isPresent() ? open : create(run, row, text, print);
        if (bug.isEmpty()) {
            limit(run.id()).addUnreported(row.last().test().title());
            return;
        }
        int id = bug.get();
        boolean withFiles = open.isEmpty() || comment(id, run, row, text);
        List<AttachedContent> attached = withFiles ? attach(id, run, row) : List.of();
        associate(run.id(), row.resultId(), id);
        attachListing(run.id(), row.resultId(), id, text.listing(id, attached));
    }

    private Optional<Integer> create(BugRun run, ReportedRow row, BugText text, String print)
            throws NotDeliveredException {
        if (!limit(run.id()).allows(search.filedIn(run, BugFields.steps(settings)))) {
            return Optional.empty();
        }
        List<PatchOperation> operations = BugFields.of(settings, text, print, link(run, row));
        return Optional.of(items.create(settings.type(), operations).id());
    }

    /** Comments on an open bug unless the run has commented on it. Returns false if it did so for another result. */
    private boolean comment(int bug, BugRun run, ReportedRow row, BugText text) throws NotDeliveredException {
        Predicate<String> ofResult = api.urls().page(run.id(), row.resultId())::equals;
        Predicate<String> ofRun = url -> url.startsWith(api.urls().page(run.id(), ""));
        WorkItemDocument last = items.patchUnchanged(
                "comment on bug " + bug,
                items.read(bug),
                CONFLICT_ATTEMPTS,
                item -> BugFields.links(item, ofRun)
                        ? List.of()
                        : List.of(PatchOperation.field("System.History", text.comment()), link(run, row)));
        return BugFields.links(last, ofResult) || !BugFields.links(last, ofRun);
    }

    /** Returns the attachments that are on the bug now. The bug may refuse some of them and still be usable. */
    private List<AttachedContent> attach(int bug, BugRun run, ReportedRow row) throws NotDeliveredException {
        List<AttachedContent> attached = new ArrayList<>();
        for (AttachedContent evidence : row.evidence()) {
            String origin = "Run " + run.id() + ", result " + row.resultId() + ", attempt "
                    + evidence.attachment().attempt();
            try {
                attachments.attach(bug, evidence, origin, true);
                attached.add(evidence);
            } catch (NotDeliveredException e) {
                remark(e, "");
            }
        }
        return attached;
    }

    /** Adds the bug to those of the result. An update replaces the whole list, so it is read first. */
    private void associate(String runId, String resultId, int bug) throws NotDeliveredException {
        Reply result = api.get(
                "look which bugs a test result has",
                api.urls().result(runId, resultId, "detailsToInclude", "WorkItems"));
        Set<String> bugs = new LinkedHashSet<>(
                Reply.ids(result.json().get("associatedBugs").items()));
        if (bugs.add(String.valueOf(bug))) {
            JsonText change = new JsonText().array().object().member("id", Long.parseLong(resultId));
            Reference.write(
                    change, "associatedBugs", bugs.stream().map(Reference::new).toList());
            api.patch(
                    "name the bug of a test result",
                    api.urls().results(runId),
                    change.endObject().endArray());
        }
    }

    /** Attaches the list of the files on the bug to the result, unless it is attached already. */
    private void attachListing(String runId, String resultId, int bug, String listing) throws NotDeliveredException {
        TextContent text = new TextContent(listing);
        Attachment file = new Attachment(
                bug, 1, 1, "bug-" + bug + ".txt", AttachmentType.BUG_FILING_DATA, Texts.sha256(listing), text.size());
        resultAttachments.attach(new AttachmentOwner(runId, resultId, null), new AttachedContent(file, text), true);
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
            known = BugRun.of(runId, reply.json(), api.client().serviceTime().orElseGet(clock::instant));
            runs.put(runId, known);
        }
        return known;
    }

    /** Adds a remark for a permanent failure. Throws any other failure, so that the report is retried. */
    private void remark(NotDeliveredException e, String before) throws NotDeliveredException {
        if (!e.refused() && !e.delivery(false).done()) {
            throw e;
        }
        remarks.add(before + e.reason());
    }
}
