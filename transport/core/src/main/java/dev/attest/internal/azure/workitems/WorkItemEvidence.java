package dev.attest.internal.azure.workitems;

import dev.attest.internal.azure.api.AttachmentOwner;
import dev.attest.internal.azure.api.LargeFiles;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.rest.NotDeliveredException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Evidence on work items: what tests put there, what is too large for a result, and what failed tests attached that are
 * linked to items. What the service refuses for good becomes a remark where no file waits for a verdict of its own.
 */
public final class WorkItemEvidence implements LargeFiles {

    private static final String KIND = "WorkItem";

    private final WorkItemAttachments attachments;
    private final WorkItemSettings settings;
    private final Remarks remarks;

    public WorkItemEvidence(WorkItemAttachments attachments, WorkItemSettings settings, Remarks remarks) {
        this.attachments = attachments;
        this.settings = settings;
        this.remarks = remarks;
    }

    /** Puts a file on the item that a test named. */
    public Accepted file(
            AttachmentTarget place, Attachment attachment, Content content, String origin, boolean possiblyApplied)
            throws NotDeliveredException {
        if (!place.kind().equals(KIND) || !place.id().matches("[1-9]\\d{0,8}")) {
            String reason = "Azure DevOps has no " + place.kind() + " " + place.id() + " to put files on.";
            throw NotDeliveredException.rejected(reason);
        }
        return attachments.attach(Integer.parseInt(place.id()), attachment, content, origin, possiblyApplied);
    }

    @Override
    public Optional<String> keep(AttachmentOwner owner, Attachment attachment, Content content, boolean possiblyApplied)
            throws NotDeliveredException {
        if (settings.large() == 0) {
            return Optional.empty();
        }
        String result =
                owner.resultId() == null ? "" : ", attempt " + attachment.attempt() + " of result " + owner.resultId();
        boolean there = put(
                settings.large(),
                new AttachedContent(attachment, content),
                "Run " + owner.runId() + result,
                possiblyApplied);
        return there ? Optional.of("work item " + settings.large()) : Optional.empty();
    }

    /** Evidence goes on an item once a run, when no attempt can follow. */
    public ReportTrigger reports() {
        return settings.ofFailed() ? ReportTrigger.AT_THE_END : ReportTrigger.NONE;
    }

    /** Puts what the attempts at a test attached on the items that it is linked to. */
    public Accepted report(String runId, ReportedRow row, boolean possiblyApplied) throws NotDeliveredException {
        Result last = row.last();
        try {
            for (int item : last.test().links().workItems()) {
                putAll(item, runId, last.test().title(), row.evidence(), possiblyApplied);
            }
            return new Accepted(List.of(), "", Duration.ZERO);
        } catch (NotDeliveredException e) {
            // Files before it may be there by now.
            throw e.possiblyApplied();
        }
    }

    /** Once an item takes one file no more, it takes the next neither. */
    private void putAll(int item, String runId, String test, List<AttachedContent> all, boolean possiblyApplied)
            throws NotDeliveredException {
        for (AttachedContent evidence : all) {
            String origin =
                    "Run " + runId + ", attempt " + evidence.attachment().attempt() + " of " + test;
            if (!isKept(item, evidence) && !put(item, evidence, origin, possiblyApplied)) {
                return;
            }
        }
    }

    /** Returns whether it went there when it was attached to its result. */
    private boolean isKept(int item, AttachedContent evidence) {
        return item == settings.large() && evidence.content().size() > LARGEST;
    }

    private boolean put(int item, AttachedContent evidence, String origin, boolean possiblyApplied)
            throws NotDeliveredException {
        try {
            attachments.attach(item, evidence.attachment(), evidence.content(), origin, possiblyApplied);
            return true;
        } catch (NotDeliveredException e) {
            if (!e.delivery(possiblyApplied).done()) {
                throw e;
            }
            remarks.add(e.reason());
            return false;
        }
    }
}
