package dev.attest.internal.azure.workitems;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.AzureFailurePolicy;
import dev.attest.internal.http.Body;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.UploadCursor;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Uploads one file in sequential chunks. Resumes an earlier attempt, including that of a dead JVM.
 *
 * <pre>
 * POST /_apis/wit/attachments?uploadType=chunked&amp;fileName=film.mp4    no bytes                                201
 * PUT  /_apis/wit/attachments/de47...?uploadType=chunked              Content-Range: bytes 0-4194303/9000000  201
 * PUT  ...                                                           Content-Range: bytes 4194304-8388607/9000000
 * PUT  ...                                                           Content-Range: bytes 8388608-8999999/9000000  200
 * </pre>
 *
 * <p>A chunk whose reply was lost is sent again, because the service cannot be asked whether it has the chunk. If the
 * service then refuses it, the service has it: either it takes the next chunk, or the upload is restarted. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/wit/attachments/upload-chunk">Attachments: Upload Chunk</a>.
 */
record ChunkedUpload(AzureApi api, String fileName, Content content, UploadCursor cursor, int chunkSize) {

    private static final System.Logger LOG = System.getLogger(ChunkedUpload.class.getName());

    /** The last chunk has no next one. Only the message of the refusal shows that the service has it. */
    private static final Pattern PRESENT = Pattern.compile("complete|overlap|already|finished");

    /** Sends the missing chunks and returns the URL of the file. */
    String finish() throws NotDeliveredException {
        Optional<Transfer> stored = stored();
        if (stored.isPresent()) {
            try {
                return sendFrom(stored.get(), true);
            } catch (NotDeliveredException e) {
                if (!isOutOfPlace(e)) {
                    throw e;
                }
                LOG.log(System.Logger.Level.DEBUG, () -> "An upload is restarted: " + e.reason());
            }
        }
        return sendFrom(register(), false);
    }

    /** @param inDoubt whether the service may have the first chunk although it did not acknowledge it */
    private String sendFrom(Transfer from, boolean inDoubt) throws NotDeliveredException {
        Transfer transfer = from;
        boolean possiblyApplied = inDoubt;
        while (transfer.offset() < content.size()) {
            long end = Math.min(transfer.offset() + chunkSize, content.size());
            try {
                send(transfer, end);
            } catch (NotDeliveredException e) {
                if (!possiblyApplied || !saysPresent(e, end == content.size())) {
                    throw e;
                }
            }
            possiblyApplied = false;
            transfer = transfer.at(end);
            store(transfer);
        }
        return transfer.url();
    }

    private Transfer register() throws NotDeliveredException {
        // The service takes a request without this content type for a form.
        Body nothing = Body.bytes(content::open, 0, 0);
        Reply reply = api.post(
                "announce \"" + fileName + "\"",
                api.urls().workItemFiles("uploadType", "chunked", "fileName", fileName),
                nothing);
        Transfer transfer = Transfer.of(reply.json())
                .orElseThrow(() -> reply.unusable("it does not contain id and URL of the upload"));
        store(transfer);
        return transfer;
    }

    private void send(Transfer transfer, long end) throws NotDeliveredException {
        long from = transfer.offset();
        api.put(
                "send bytes " + from + " to " + end + " of \"" + fileName + "\"",
                api.urls().workItemFile(transfer.id(), "uploadType", "chunked"),
                "bytes " + from + "-" + (end - 1) + "/" + content.size(),
                Body.bytes(content::open, from, end - from));
    }

    private static boolean saysPresent(NotDeliveredException refused, boolean last) {
        String message = refused.error().message().toLowerCase(Locale.ROOT);
        return isOutOfPlace(refused)
                && refused.status() != 404
                && (!last || PRESENT.matcher(message).find());
    }

    /** Returns whether the service has another part of the upload than stored here, or none of it. */
    private static boolean isOutOfPlace(NotDeliveredException refused) {
        return switch (refused.status()) {
            case 400 -> !AzureFailurePolicy.saysTooLarge(refused.error());
            case 404 -> refused.error().structured();
            case 409, 416 -> true;
            default -> false;
        };
    }

    private Optional<Transfer> stored() {
        try {
            return cursor.read().flatMap(Transfer::parse).filter(transfer -> transfer.offset() <= content.size());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "An upload is restarted", e);
            return Optional.empty();
        }
    }

    /** Stores the progress. A failure costs at most a repeated upload. */
    private void store(Transfer transfer) {
        try {
            cursor.set(transfer.text());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The progress of an upload could not be stored", e);
        }
    }
}
