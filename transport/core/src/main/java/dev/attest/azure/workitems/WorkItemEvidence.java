package dev.attest.azure.workitems;

import dev.attest.azure.api.AttachmentOwner;
import dev.attest.azure.api.LargeFiles;
import dev.attest.config.WorkItemSettings;
import dev.attest.journal.event.Attachment;
import dev.attest.journal.event.Content;
import dev.attest.journal.event.Result;
import dev.attest.model.Place;
import dev.attest.publish.Delivered;
import dev.attest.publish.Evidence;
import dev.attest.publish.Remarks;
import dev.attest.publish.ReportedRow;
import dev.attest.publish.Reports;
import dev.attest.rest.NotDeliveredException;
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
    public Delivered file(Place place, Attachment attachment, Content content, String origin, boolean possiblyApplied)
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
                settings.large(), new Evidence(attachment, content), "Run " + owner.runId() + result, possiblyApplied);
        return there ? Optional.of("work item " + settings.large()) : Optional.empty();
    }

    /** Evidence goes on an item once a run, when no attempt can follow. */
    public Reports reports() {
        return settings.ofFailed() ? Reports.AT_THE_END : Reports.NONE;
    }

    /** Puts what the attempts at a test attached on the items that it is linked to. */
    public Delivered report(String runId, ReportedRow row, boolean possiblyApplied) throws NotDeliveredException {
        Result last = row.last();
        try {
            for (int item : last.test().links().workItems()) {
                putAll(item, runId, last.test().title(), row.evidence(), possiblyApplied);
            }
            return new Delivered(List.of(), "", Duration.ZERO);
        } catch (NotDeliveredException e) {
            // Files before it may be there by now.
            throw e.possiblyApplied();
        }
    }

    /** Once an item takes one file no more, it takes the next neither. */
    private void putAll(int item, String runId, String test, List<Evidence> all, boolean possiblyApplied)
            throws NotDeliveredException {
        for (Evidence evidence : all) {
            String origin =
                    "Run " + runId + ", attempt " + evidence.attachment().attempt() + " of " + test;
            if (!isKept(item, evidence) && !put(item, evidence, origin, possiblyApplied)) {
                return;
            }
        }
    }

    /** Returns whether it went there when it was attached to its result. */
    private boolean isKept(int item, Evidence evidence) {
        return item == settings.large() && evidence.content().size() > LARGEST;
    }

    private boolean put(int item, Evidence evidence, String origin, boolean possiblyApplied)
            throws NotDeliveredException {
        try {
            attachments.attach(item, evidence.attachment(), evidence.content(), origin, possiblyApplied);
            return true;
        } catch (NotDeliveredException e) {
            if (!e.delivery(possiblyApplied).settled()) {
                throw e;
            }
            remarks.add(e.reason());
            return false;
        }
    }
}
