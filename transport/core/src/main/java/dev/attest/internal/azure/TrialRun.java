package dev.attest.internal.azure;

import dev.attest.AttachmentType;
import dev.attest.internal.azure.api.AttachmentOwner;
import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.LargeFiles;
import dev.attest.internal.azure.api.TextContent;
import dev.attest.internal.azure.results.Attachments;
import dev.attest.internal.azure.runs.AzureRuns;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.ProbeResult;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.http.ExchangeFailedException;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.rest.Call;
import dev.attest.internal.rest.NotDeliveredException;
import java.time.Clock;
import java.time.Instant;

/** Creates a run with an attachment and removes it, to check that the token may do so. */
final class TrialRun {

    private static final TextContent TEXT =
            new TextContent("Written by `attest doctor` to see whether files can be attached.\n");
    /** No test has this file, so its hash is never compared. */
    private static final String NO_HASH = "0".repeat(64);

    private final AzureApi api;
    private final AzureRuns runs;
    private final Attachments attachments;

    TrialRun(AzureApi api) {
        this.api = api;
        this.runs = new AzureRuns(api, PlanSettings.NONE, new Remarks(), Clock.systemUTC());
        this.attachments = new Attachments(api, LargeFiles.NOWHERE);
    }

    /** Creates the run, attaches a file and removes the run, even if the attachment fails. */
    ProbeResult make(Run run) throws NotDeliveredException {
        Accepted created = runs.create(run, false);
        String id = created.ids().get(0);
        Attachment file = new Attachment(
                1, Attachment.RUN, 1, "attest-doctor.txt", AttachmentType.GENERAL_ATTACHMENT, NO_HASH, TEXT.size());
        try {
            attachments.attach(new AttachmentOwner(id, null, null), file, TEXT, false);
        } catch (NotDeliveredException e) {
            remove(id);
            throw e;
        }
        String left = remove(id) ? "" : " It could not be removed, which Attest never needs: " + created.url();
        return ProbeResult.ok("A run was created, and a file attached to it." + left);
    }

    private boolean remove(String id) throws NotDeliveredException {
        Call call = api.call("remove the trial run", "DELETE", api.urls().run(id), null);
        try {
            if (api.client().exchange(call).status() / 100 == 2) {
                return true;
            }
        } catch (ExchangeFailedException e) {
            // A run that cannot be removed is completed instead.
        }
        runs.complete(id, Instant.now(), false);
        return false;
    }
}
