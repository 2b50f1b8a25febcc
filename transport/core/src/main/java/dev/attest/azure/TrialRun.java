package dev.attest.azure;

import dev.attest.config.PlanSettings;
import dev.attest.http.ExchangeFailedException;
import dev.attest.journal.event.Attachment;
import dev.attest.journal.event.Content;
import dev.attest.journal.event.Run;
import dev.attest.model.AttachmentType;
import dev.attest.publish.Delivered;
import dev.attest.publish.Delivery;
import dev.attest.publish.Finding;
import dev.attest.publish.Finding.Kind;
import dev.attest.publish.Remarks;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

/** A run that is made only to see whether it can be made. */
final class TrialRun {

    private static final byte[] TEXT =
            "Written by `attest doctor` to see whether files can be attached.\n".getBytes(StandardCharsets.UTF_8);
    /** Two runs are never compared by it: no test has that file. */
    private static final String NO_HASH = "0".repeat(64);

    private final Service service;
    private final Addresses addresses;
    private final Runs runs;
    private final Attachments attachments;

    TrialRun(Service service, Addresses addresses) {
        this.service = service;
        this.addresses = addresses;
        this.runs = new Runs(
                service,
                addresses,
                new RunSearch(service, addresses, Clock.systemUTC()),
                PlanSettings.NONE,
                new Remarks());
        this.attachments = new Attachments(service, addresses, LargeFiles.NOWHERE);
    }

    /** Creates it, attaches a file to it and removes it, whatever became of the file. */
    Finding make(Run run, Versions versions) throws NotDeliveredException {
        Delivered created = runs.create(run, false, versions);
        String id = created.ids().get(0);
        Delivery attached;
        try {
            attached = attachments.attach(new AttachmentOwner(id, null, null), file(), new Bytes(), false, versions);
        } catch (NotDeliveredException e) {
            remove(id, versions);
            throw e;
        }
        String left =
                remove(id, versions) ? "" : " It could not be removed, which Attest never needs: " + created.url();
        return attached.settled()
                ? new Finding(Kind.OK, "A run was created, and a file attached to it." + left, null)
                : new Finding(Kind.REFUSED, "A run was created, and no file could be attached to it." + left, null);
    }

    private boolean remove(String id, Versions versions) throws NotDeliveredException {
        Call call = Call.delete("remove the trial run", addresses.run(id), versions.runs());
        try {
            if (service.exchange(call).status() / 100 == 2) {
                return true;
            }
        } catch (ExchangeFailedException e) {
            // As with a refusal: it is at least shown as over.
        }
        runs.complete(id, Instant.now(), false, versions);
        return false;
    }

    private static Attachment file() {
        return new Attachment(
                1, Attachment.RUN, 1, "attest-doctor.txt", AttachmentType.GENERAL_ATTACHMENT, NO_HASH, TEXT.length);
    }

    private static final class Bytes implements Content {

        @Override
        public long size() {
            return TEXT.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(TEXT);
        }
    }
}
