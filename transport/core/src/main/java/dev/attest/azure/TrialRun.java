package dev.attest.azure;

import dev.attest.azure.api.AttachmentOwner;
import dev.attest.azure.api.AzureApi;
import dev.attest.azure.api.LargeFiles;
import dev.attest.azure.api.TextContent;
import dev.attest.azure.results.Attachments;
import dev.attest.azure.runs.AzureRuns;
import dev.attest.config.PlanSettings;
import dev.attest.http.ExchangeFailedException;
import dev.attest.journal.event.Attachment;
import dev.attest.journal.event.Run;
import dev.attest.model.AttachmentType;
import dev.attest.publish.Delivered;
import dev.attest.publish.Finding;
import dev.attest.publish.Finding.Kind;
import dev.attest.publish.Remarks;
import dev.attest.rest.Call;
import dev.attest.rest.NotDeliveredException;
import java.time.Clock;
import java.time.Instant;

/** A run that is made only to see whether it can be made. */
final class TrialRun {

    private static final TextContent TEXT =
            new TextContent("Written by `attest doctor` to see whether files can be attached.\n");
    /** Two runs are never compared by it: no test has that file. */
    private static final String NO_HASH = "0".repeat(64);

    private final AzureApi api;
    private final AzureRuns runs;
    private final Attachments attachments;

    TrialRun(AzureApi api) {
        this.api = api;
        this.runs = new AzureRuns(api, PlanSettings.NONE, new Remarks(), Clock.systemUTC());
        this.attachments = new Attachments(api, LargeFiles.NOWHERE);
    }

    /** Creates it, attaches a file to it and removes it, whatever became of the file. */
    Finding make(Run run) throws NotDeliveredException {
        Delivered created = runs.create(run, false);
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
        return new Finding(Kind.OK, "A run was created, and a file attached to it." + left, null);
    }

    private boolean remove(String id) throws NotDeliveredException {
        Call call = api.call("remove the trial run", "DELETE", api.urls().run(id), null);
        try {
            if (api.client().exchange(call).status() / 100 == 2) {
                return true;
            }
        } catch (ExchangeFailedException e) {
            // As with a refusal: it is at least shown as over.
        }
        runs.complete(id, Instant.now(), false);
        return false;
    }
}
