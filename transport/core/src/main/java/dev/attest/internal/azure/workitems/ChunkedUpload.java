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
 * Uploads one file in chunks, one after the other, from where an earlier try came to: also one of a JVM that is dead.
 *
 * <pre>
 * POST /_apis/wit/attachments?uploadType=chunked&amp;fileName=film.mp4    no bytes                                201
 * PUT  /_apis/wit/attachments/de47...?uploadType=chunked              Content-Range: bytes 0-4194303/9000000  201
 * PUT  ...                                                           Content-Range: bytes 4194304-8388607/9000000
 * PUT  ...                                                           Content-Range: bytes 8388608-8999999/9000000  200
 * </pre>
 *
 * <p>A chunk whose reply was lost is sent again, as no question tells whether the service has it. That it is refused
 * then means that it was taken: the next one proves it, or the upload begins anew. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/wit/attachments/upload-chunk">Attachments: Upload Chunk</a>.
 */
record ChunkedUpload(AzureApi api, String fileName, Content content, UploadCursor bookmark, int chunkSize) {

    private static final System.Logger LOG = System.getLogger(ChunkedUpload.class.getName());

    /** There is no next one to prove that the last chunk was taken, only the words of the refusal. */
    private static final Pattern TAKEN_ALREADY = Pattern.compile("complete|overlap|already|finished");

    /** Sends what the service lacks; returns the address of the whole. */
    String finish() throws NotDeliveredException {
        Optional<Transfer> begun = begun();
        if (begun.isPresent()) {
            try {
                return goOn(begun.get(), true);
            } catch (NotDeliveredException e) {
                if (!isOutOfPlace(e)) {
                    throw e;
                }
                LOG.log(System.Logger.Level.DEBUG, () -> "An upload begins anew: " + e.reason());
            }
        }
        return goOn(register(), false);
    }

    /** @param inDoubt whether the service may have the first chunk although nothing says so */
    private String goOn(Transfer from, boolean inDoubt) throws NotDeliveredException {
        Transfer transfer = from;
        boolean maybeTaken = inDoubt;
        while (transfer.offset() < content.size()) {
            long end = Math.min(transfer.offset() + chunkSize, content.size());
            try {
                send(transfer, end);
            } catch (NotDeliveredException e) {
                if (!maybeTaken || !saysTaken(e, end == content.size())) {
                    throw e;
                }
            }
            maybeTaken = false;
            transfer = transfer.at(end);
            note(transfer);
        }
        return transfer.url();
    }

    private Transfer register() throws NotDeliveredException {
        // Without a body of that type the service takes it for a form.
        Body nothing = Body.bytes(content::open, 0, 0);
        Reply reply = api.post(
                "announce \"" + fileName + "\"",
                api.urls().workItemFiles("uploadType", "chunked", "fileName", fileName),
                nothing);
        Transfer transfer = Transfer.of(reply.json())
                .orElseThrow(() -> reply.unusable("it does not tell id and address of the upload"));
        note(transfer);
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

    private static boolean saysTaken(NotDeliveredException refused, boolean last) {
        String message = refused.error().message().toLowerCase(Locale.ROOT);
        return isOutOfPlace(refused)
                && refused.status() != 404
                && (!last || TAKEN_ALREADY.matcher(message).find());
    }

    /** Returns whether the service may have other bytes of it than was noted, or has forgotten it. */
    private static boolean isOutOfPlace(NotDeliveredException refused) {
        return switch (refused.status()) {
            case 400 -> !AzureFailurePolicy.saysTooLarge(refused.error());
            case 404 -> refused.error().structured();
            case 409, 416 -> true;
            default -> false;
        };
    }

    private Optional<Transfer> begun() {
        try {
            return bookmark.read().flatMap(Transfer::parse).filter(transfer -> transfer.offset() <= content.size());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "An upload begins anew", e);
            return Optional.empty();
        }
    }

    /** What a full disk does not take costs a repetition at most. */
    private void note(Transfer transfer) {
        try {
            bookmark.set(transfer.text());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "It is not kept how far an upload has come", e);
        }
    }
}
