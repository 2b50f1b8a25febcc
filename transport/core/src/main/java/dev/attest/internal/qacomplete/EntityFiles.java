package dev.attest.internal.qacomplete;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.http.Body;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.internal.text.FileNames;
import dev.attest.internal.text.Texts;
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
record EntityFiles(QaCompleteApi api, Remarks remarks, SizeLimitDetector sizeLimit) {

    private static final String OCTETS = "application/octet-stream";

    /** No server refuses a file below this size because of its size. */
    private static final int ALWAYS_ACCEPTED = 64 * 1024;

    /** The server answers longer titles with an internal server error. */
    static final int LONGEST_TITLE = 255;

    private static final int HASH_DIGITS = 8;

    /** Attaches a file that a test put on an entity. The entity may belong to no run. */
    Accepted file(AttachmentTarget entity, AttachedContent file, String origin, boolean possiblyApplied)
            throws NotDeliveredException {
        // The origin is the same in each attempt.
        byte[] name = origin.getBytes(StandardCharsets.UTF_8);
        String tag = Texts.head(UUID.nameUUIDFromBytes(name).toString(), 8);
        String own = file.attachment().comment();
        return put(entity, file, tag, own.isEmpty() ? origin : own + "\n" + origin, possiblyApplied);
    }

    /**
     * Attaches a file to an entity. The origin identifies the run, in letters and digits. The comment is plain text.
     */
    Accepted put(
            AttachmentTarget entity, AttachedContent attached, String origin, String comment, boolean possiblyApplied)
            throws NotDeliveredException {
        Attachment attachment = attached.attachment();
        Content content = attached.content();
        Upload file = new Upload(
                attachment.fileName(),
                title(attachment.fileName(), origin, attachment.sha256()),
                Body.file(OCTETS, content::open, content.size()));
        String stubName = FileNames.stub(attachment.fileName());
        String stubText = """
                This file was not uploaded, for it is larger than what the server takes.

                name    %s
                size    %d bytes
                sha256  %s
                """.formatted(FileNames.safe(attachment.fileName()), content.size(), attachment.sha256());
        Upload stub = new Upload(stubName, title(stubName, origin, attachment.sha256()), Body.text(OCTETS, stubText));
        if (possiblyApplied && isAttached(entity, List.of(file, stub))) {
            return Accepted.of(file.title());
        }
        try {
            return send(entity, file, comment);
        } catch (NotDeliveredException e) {
            if (content.size() < ALWAYS_ACCEPTED || !sizeLimit.isTooLarge(shown(entity) + " " + file.title(), e)) {
                throw e;
            }
            Accepted accepted = send(entity, stub, comment);
            remarks.add("Instead of \"" + attachment.fileName() + "\" (" + content.size()
                    + " bytes) a text that names it is on " + shown(entity)
                    + ", as the server takes no file of that size. " + e.reason());
            return accepted;
        }
    }

    private Accepted send(AttachmentTarget entity, Upload upload, String comment) throws NotDeliveredException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ProjectId", api.urls().project());
        fields.put("EntityCode", entity.kind());
        fields.put("EntityId", entity.id());
        fields.put("Comments", Texts.htmlLines(comment)); // comments "can include HTML markup"
        fields.put("Title", upload.title());
        Body form = form(fields, FileNames.safe(upload.fileName()), upload.body());
        String purpose = "put \"" + upload.fileName() + "\" on " + shown(entity);
        Reply reply = api.post(purpose, api.urls().files(entity), form);
        // The documented reply has no id. The title identifies the file as well.
        return Accepted.of(List.of(Reply.id(reply.json()).orElse(upload.title())), reply.pause());
    }

    static Body form(Map<String, String> fields, String fileName, Body file) {
        return Body.form("attest-" + UUID.randomUUID(), fields, "File", fileName, file);
    }

    private boolean isAttached(AttachmentTarget entity, List<Upload> uploads) throws NotDeliveredException {
        List<String> titles = uploads.stream().map(Upload::title).toList();
        String purpose = "look whether \"" + uploads.get(0).fileName() + "\" is on " + shown(entity) + " already";
        return api.list(purpose, query -> api.urls().files(entity, query)).stream()
                .anyMatch(file -> titles.contains(file.text("title")));
    }

    /**
     * Returns the title of a file, which identifies it because replies may lack an id.
     *
     * <pre>page.png [r118-ab12cd34]</pre>
     */
    private static String title(String fileName, String origin, String sha256) {
        String tag = " [r" + origin + "-" + Texts.head(sha256, HASH_DIGITS) + "]";
        return Texts.line(fileName, LONGEST_TITLE - tag.length()) + tag;
    }

    /** Returns kind and id, for messages. */
    private static String shown(AttachmentTarget entity) {
        String kind = switch (entity.kind()) {
            case "Releases" -> "release";
            case "Bugs" -> "defect";
            case "FunctionalSpecs" -> "requirement";
            case "Tests" -> "test";
            case "TestSets" -> "test set";
            case "TestSteps" -> "test step";
            default -> entity.kind();
        };
        return kind + " " + entity.id();
    }

    /** The file or the text that replaces it. */
    private record Upload(String fileName, String title, Body body) {}
}
