package dev.attest.internal.azure.workitems;

import dev.attest.internal.azure.api.AttachmentOwner;
import dev.attest.internal.azure.api.LargeFiles;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.rest.NotDeliveredException;
import java.util.List;
import java.util.Optional;

/**
 * Attaches files to work items: files that tests put there, files that are too large for a result, and the files of
 * failed tests that are linked to items. If the service refuses one of the latter two for good, it becomes a remark.
 */
public record WorkItemEvidence(WorkItemAttachments attachments, WorkItemSettings settings, Remarks remarks)
        implements LargeFiles {

    /** Attaches a file to the item that a test named. */
    public Accepted file(AttachmentTarget target, AttachedContent file, String origin, boolean possiblyApplied)
            throws NotDeliveredException {
        if (!target.kind().equals("WorkItem") || !target.id().matches("[1-9]\\d{0,8}")) {
            String reason = "Azure DevOps has no " + target.kind() + " " + target.id() + " to put files on.";
            throw NotDeliveredException.rejected(reason);
        }
        return attachments.attach(Integer.parseInt(target.id()), file, origin, possiblyApplied);
    }

    @Override
    public Optional<String> keep(AttachmentOwner owner, AttachedContent file, boolean possiblyApplied)
            throws NotDeliveredException {
        if (settings.large() == 0) {
            return Optional.empty();
        }
        String result = owner.resultId() == null
                ? ""
                : ", attempt " + file.attachment().attempt() + " of result " + owner.resultId();
        boolean stored = put(settings.large(), file, "Run " + owner.runId() + result, possiblyApplied);
        return stored ? Optional.of("work item " + settings.large()) : Optional.empty();
    }

    /** Files of failed tests are attached once a run, after the last attempt. */
    public ReportTrigger reports() {
        return settings.ofFailed() ? ReportTrigger.AT_THE_END : ReportTrigger.NONE;
    }

    /** Attaches the files of all attempts of a test to the items that the test is linked to. */
    public Accepted report(String runId, ReportedRow row, boolean possiblyApplied) throws NotDeliveredException {
        Result last = row.last();
        try {
            for (int item : last.test().links().workItems()) {
                putAll(item, runId, last.test().title(), row.evidence(), possiblyApplied);
            }
            return Accepted.of();
        } catch (NotDeliveredException e) {
            // Files before this one may be attached now.
            throw e.possiblyApplied();
        }
    }

    /** Stops at the first refusal, because the item would refuse the next file too. */
    private void putAll(int item, String runId, String test, List<AttachedContent> all, boolean possiblyApplied)
            throws NotDeliveredException {
        for (AttachedContent evidence : all) {
            String origin =
                    "Run " + runId + ", attempt " + evidence.attachment().attempt() + " of " + test;
            if (!isStored(item, evidence) && !put(item, evidence, origin, possiblyApplied)) {
                return;
            }
        }
    }

    /** Returns whether the file was stored on the item when it was attached to its result. */
    private boolean isStored(int item, AttachedContent evidence) {
        return item == settings.large() && evidence.content().size() > LARGEST;
    }

    private boolean put(int item, AttachedContent evidence, String origin, boolean possiblyApplied)
            throws NotDeliveredException {
        try {
            attachments.attach(item, evidence, origin, possiblyApplied);
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
