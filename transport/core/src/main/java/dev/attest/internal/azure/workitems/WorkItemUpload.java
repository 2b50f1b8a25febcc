package dev.attest.internal.azure.workitems;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.AzureFailurePolicy;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.http.Body;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.json.MalformedJsonException;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Uploads one file for a work item: a small one in one request, a large one in sequential chunks. Resumes an earlier
 * attempt of the latter, including that of a dead JVM.
 *
 * <pre>
 * POST /_apis/wit/attachments?fileName=page.png   the bytes as they are   201 {"id":"fbb3...","url":"https://..."}
 *
 * POST /_apis/wit/attachments?uploadType=chunked&amp;fileName=film.mp4    no bytes                                201
 * PUT  /_apis/wit/attachments/de47...?uploadType=chunked              Content-Range: bytes 0-4194303/9000000  201
 * PUT  ...                                                           Content-Range: bytes 4194304-8388607/9000000
 * PUT  ...                                                           Content-Range: bytes 8388608-8999999/9000000  200
 * </pre>
 *
 * <p>A chunk whose reply was lost is sent again, because the service cannot be asked whether it has the chunk. If the
 * service then refuses it, the service has it: either it takes the next chunk, or the upload is restarted. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/wit/attachments/create">Attachments: Create</a> and <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/wit/attachments/upload-chunk">Upload Chunk</a>.
 *
 * @param transfer name under which the progress is stored
 */
record WorkItemUpload(AzureApi api, WorkItemSettings settings, String fileName, Content content, String transfer) {

    private static final GuardedLogger LOG = GuardedLogger.of(WorkItemUpload.class);

    /** The last chunk has no next one. Only the message of the refusal shows that the service has it. */
    private static final Pattern PRESENT = Pattern.compile("complete|overlap|already|finished");

    /** Returns the URL of the uploaded file. */
    String send() throws NotDeliveredException {
        return content.size() <= settings.chunkThreshold() ? atOnce() : inChunks();
    }

    /** A retry uploads the file again. A file without a link from a work item does no harm. */
    private String atOnce() throws NotDeliveredException {
        Reply reply = api.upload(
                "upload \"" + fileName + "\"",
                api.urls().workItemFiles("fileName", fileName),
                Body.bytes(content::open, 0, content.size()));
        return announced(reply, "file").url();
    }

    /** Sends the missing chunks. */
    private String inChunks() throws NotDeliveredException {
        Optional<Progress> stored = stored();
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
    private String sendFrom(Progress from, boolean inDoubt) throws NotDeliveredException {
        Progress progress = from;
        boolean possiblyApplied = inDoubt;
        while (progress.offset() < content.size()) {
            long end = Math.min(progress.offset() + settings.chunkSize(), content.size());
            try {
                send(progress, end);
            } catch (NotDeliveredException e) {
                if (!possiblyApplied || !saysPresent(e, end == content.size())) {
                    throw e;
                }
            }
            possiblyApplied = false;
            progress = progress.at(end);
            store(progress);
        }
        return progress.url();
    }

    private Progress register() throws NotDeliveredException {
        // The service takes a request without this content type for a form.
        Body nothing = Body.bytes(content::open, 0, 0);
        Reply reply = api.upload(
                "announce \"" + fileName + "\"",
                api.urls().workItemFiles("uploadType", "chunked", "fileName", fileName),
                nothing);
        Progress announced = announced(reply, "upload");
        store(announced);
        return announced;
    }

    private static Progress announced(Reply reply, String thing) throws NotDeliveredException {
        return Progress.of(reply.json())
                .orElseThrow(() -> reply.unusable("it does not contain id and URL of the " + thing));
    }

    private void send(Progress progress, long end) throws NotDeliveredException {
        long from = progress.offset();
        api.put(
                "send bytes " + from + " to " + end + " of \"" + fileName + "\"",
                api.urls().workItemFile(progress.id(), "uploadType", "chunked"),
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

    private Optional<Progress> stored() {
        try {
            return content.uploadCursor(transfer)
                    .read()
                    .flatMap(Progress::parse)
                    .filter(stored -> stored.offset() <= content.size());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "An upload is restarted", e);
            return Optional.empty();
        }
    }

    /** Stores the progress. A failure costs at most a repeated upload. */
    private void store(Progress progress) {
        try {
            content.uploadCursor(transfer).set(progress.text());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The progress of an upload could not be stored", e);
        }
    }

    /**
     * The progress of an upload, as it is stored next to the journal:
     *
     * <pre>{"id":"de471719-27b2-40ab-ac40-4890f3eb1443","url":"https://.../de47...?fileName=film.mp4","offset":8388608}
     * </pre>
     *
     * @param id of the upload
     * @param url for the link of the work item, with the file name
     * @param offset number of bytes that the service has acknowledged
     */
    private record Progress(String id, String url, long offset) {

        private static final String ID = "[0-9A-Za-z-]{1,64}";

        /** Returns a new upload from the reply that announces it. */
        static Optional<Progress> of(JsonValue reply) {
            String id = reply.get("id").text().orElse("");
            return id.matches(ID) ? reply.get("url").text().map(url -> new Progress(id, url, 0)) : Optional.empty();
        }

        /** Parses the text of {@link #text}. Returns nothing for other text. */
        static Optional<Progress> parse(String text) {
            try {
                JsonValue json = Json.read(text);
                String offset = json.get("offset").text().orElse("");
                return offset.matches("\\d{1,18}")
                        ? of(json).map(start -> start.at(Long.parseLong(offset)))
                        : Optional.empty();
            } catch (MalformedJsonException e) {
                return Optional.empty();
            }
        }

        Progress at(long newOffset) {
            return new Progress(id, url, newOffset);
        }

        String text() {
            return Json.write(this);
        }
    }
}
