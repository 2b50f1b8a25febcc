package dev.attest.internal.qacomplete;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.http.Body;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.internal.text.FileNames;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Puts files on things of the project: a form with the fields of the document, and the file last.
 *
 * <p>For a file that is larger than the server takes, which limit nobody tells, a text goes that names it. See <a
 * href="https://support.smartbear.com/qacomplete/docs/developer/api/rest/api/reference/files/post.html">Add
 * Attachment</a>.
 */
final class EntityFiles {

    private static final String OCTETS = "application/octet-stream";

    /** No server refuses less for its length; what fails then fails for something else. */
    private static final int SURELY_TAKEN = 64 * 1024;

    private final QaCompleteApi api;
    private final Remarks remarks;
    private final RepeatedBreaks breaks = new RepeatedBreaks();

    EntityFiles(QaCompleteApi api, Remarks remarks) {
        this.api = api;
        this.remarks = remarks;
    }

    /**
     * Puts a file on something.
     *
     * @param origin what tells the run from others, in letters and digits
     * @param comment where it comes from, in plain text
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
        if (possiblyApplied && isThere(entity, List.of(file, stub))) {
            return new Accepted(List.of(file.title()), "", Duration.ZERO);
        }
        try {
            return send(entity, file, comment);
        } catch (NotDeliveredException e) {
            if (content.size() < SURELY_TAKEN || !breaks.isTooLarge(entity.shown() + " " + file.title(), e)) {
                throw e;
            }
            Accepted delivered = send(entity, stub, comment);
            remarks.add("Instead of \"" + attachment.fileName() + "\" (" + content.size()
                    + " bytes) a text that names it is" + " on " + entity.shown()
                    + ", as the server takes no file of that size. " + e.reason());
            return delivered;
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
        // The document's reply has no id; by its title it is found again.
        return new Accepted(List.of(Reply.id(reply.json()).orElse(upload.title())), "", reply.pause());
    }

    static String boundary() {
        return "attest-" + UUID.randomUUID();
    }

    private boolean isThere(Entity entity, List<Upload> uploads) throws NotDeliveredException {
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

    /** What is sent: the file itself or its stub. */
    private record Upload(String fileName, String title, Body body) {}
}
