package dev.attest.internal.qacomplete;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.http.Body;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.internal.text.FileNames;
import dev.attest.internal.text.Texts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Attaches files to entities. The request is a form with the fields of the document and the file as its last part.
 *
 * <p>The size limit of the server is unknown. A file that is too large is replaced by a text that names it. See <a
 * href="https://support.smartbear.com/qacomplete/docs/developer/api/rest/api/reference/files/post.html">Add
 * Attachment</a>.
 */
final class EntityFiles {

    private static final String OCTETS = "application/octet-stream";

    /** No server refuses a file below this size because of its size. */
    private static final int ALWAYS_ACCEPTED = 64 * 1024;

    private final QaCompleteApi api;
    private final Remarks remarks;
    private final SizeLimitDetector sizeLimit = new SizeLimitDetector();

    EntityFiles(QaCompleteApi api, Remarks remarks) {
        this.api = api;
        this.remarks = remarks;
    }

    /** Attaches a file that a test put on an entity. The entity may belong to no run. */
    Accepted file(
            AttachmentTarget target, Attachment attachment, Content content, String origin, boolean possiblyApplied)
            throws NotDeliveredException {
        // The origin is the same in each attempt.
        byte[] name = origin.getBytes(StandardCharsets.UTF_8);
        String tag = Texts.head(UUID.nameUUIDFromBytes(name).toString(), 8);
        String comment = attachment.comment().isEmpty() ? origin : attachment.comment() + "\n" + origin;
        return put(Entity.of(target), attachment, content, tag, comment, possiblyApplied);
    }

    /**
     * Attaches a file to an entity. The origin identifies the run, in letters and digits. The comment is plain text.
     */
    Accepted put(
            Entity entity,
            Attachment attachment,
            Content content,
            String origin,
            String comment,
            boolean possiblyApplied)
            throws NotDeliveredException {
        Upload file = new Upload(
                attachment.fileName(),
                FileTitle.of(attachment.fileName(), origin, attachment.sha256()),
                Body.file(OCTETS, content::open, content.size()));
        Upload stub = stub(attachment, content, origin);
        if (possiblyApplied && isAttached(entity, List.of(file, stub))) {
            return Accepted.of(file.title());
        }
        try {
            return send(entity, file, comment);
        } catch (NotDeliveredException e) {
            if (content.size() < ALWAYS_ACCEPTED || !sizeLimit.isTooLarge(entity.shown() + " " + file.title(), e)) {
                throw e;
            }
            Accepted accepted = send(entity, stub, comment);
            remarks.add("Instead of \"" + attachment.fileName() + "\" (" + content.size()
                    + " bytes) a text that names it is" + " on " + entity.shown()
                    + ", as the server takes no file of that size. " + e.reason());
            return accepted;
        }
    }

    private Accepted send(Entity entity, Upload upload, String comment) throws NotDeliveredException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ProjectId", api.urls().project());
        fields.put("EntityCode", entity.code());
        fields.put("EntityId", entity.id());
        fields.put("Comments", Html.lines(comment));
        fields.put("Title", upload.title());
        Body form = Body.form(boundary(), fields, "File", FileNames.safe(upload.fileName()), upload.body());
        String purpose = "put \"" + upload.fileName() + "\" on " + entity.shown();
        Reply reply = api.post(purpose, api.urls().files(entity), form);
        // The documented reply has no id. The title identifies the file as well.
        return Accepted.of(List.of(Reply.id(reply.json()).orElse(upload.title())), reply.pause());
    }

    static String boundary() {
        return "attest-" + UUID.randomUUID();
    }

    private boolean isAttached(Entity entity, List<Upload> uploads) throws NotDeliveredException {
        List<String> titles = uploads.stream().map(Upload::title).toList();
        String purpose = "look whether \"" + uploads.get(0).fileName() + "\" is on " + entity.shown() + " already";
        List<JsonValue> files = api.list(purpose, query -> api.urls().files(entity, query));
        return files.stream()
                .anyMatch(file ->
                        file.get("title").text().filter(titles::contains).isPresent());
    }

    private static Upload stub(Attachment attachment, Content content, String origin) {
        byte[] text = """
                This file was not uploaded, for it is larger than what the server takes.

                name    %s
                size    %d bytes
                sha256  %s
                """.formatted(FileNames.safe(attachment.fileName()), content.size(), attachment.sha256())
                .getBytes(StandardCharsets.UTF_8);
        String name = FileNames.stub(attachment.fileName());
        return new Upload(
                name,
                FileTitle.of(name, origin, attachment.sha256()),
                Body.file(OCTETS, () -> new ByteArrayInputStream(text), text.length));
    }

    /** The file or the text that replaces it. */
    private record Upload(String fileName, String title, Body body) {}
}
