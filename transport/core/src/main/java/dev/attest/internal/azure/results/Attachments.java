package dev.attest.internal.azure.results;

import dev.attest.AttachmentType;
import dev.attest.internal.azure.api.AttachmentOwner;
import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.AzureFailurePolicy;
import dev.attest.internal.azure.api.LargeFiles;
import dev.attest.internal.azure.api.TextContent;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.http.Body;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.internal.text.FileNames;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Attaches files to runs and results.
 *
 * <pre>
 * {"fileName":"page.png","attachmentType":"GeneralAttachment","comment":"Attempt 1, sha256:ab12...","stream":"iVBO..."}
 * </pre>
 *
 * <p>The service accepts 100 MiB of Base64, which is 75 MiB of file. A web server may accept less. A file that is too
 * large is replaced by a text that names it and its place. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/test/attachments/create-test-result-attachment">Attachments:
 * Create Test Result Attachment</a>.
 */
public record Attachments(AzureApi api, LargeFiles largeFiles) {

    /** Returns the id of the file, and if it is a picture its address. */
    public Accepted attach(AttachmentOwner owner, AttachedContent file, boolean possiblyApplied)
            throws NotDeliveredException {
        Attachment attachment = file.attachment();
        Upload upload = new Upload(
                FileNames.safe(attachment.fileName()), attachment.type(), comment(attachment), file.content());
        if (possiblyApplied) {
            Optional<Accepted> found = find(owner, List.of(upload, stub(attachment, null)));
            if (found.isPresent()) {
                return found.get();
            }
        }
        if (file.content().size() > LargeFiles.LARGEST) {
            return sendStub(owner, file, possiblyApplied);
        }
        try {
            return send(owner, upload);
        } catch (NotDeliveredException e) {
            if (AzureFailurePolicy.isTooLarge(
                    e.status(), e.error(), upload.body().length())) {
                return sendStub(owner, file, possiblyApplied);
            }
            throw e;
        }
    }

    /** Stores the file elsewhere first, so that the text can name its place. */
    private Accepted sendStub(AttachmentOwner owner, AttachedContent file, boolean possiblyApplied)
            throws NotDeliveredException {
        Optional<String> elsewhere = largeFiles.keep(owner, file, possiblyApplied);
        try {
            return send(owner, stub(file.attachment(), elsewhere.orElse(null)));
        } catch (NotDeliveredException e) {
            throw elsewhere.isPresent() ? e.possiblyApplied() : e;
        }
    }

    private Accepted send(AttachmentOwner owner, Upload upload) throws NotDeliveredException {
        String purpose = "attach \"" + upload.fileName() + "\"";
        Reply reply = api.upload(purpose, api.urls().attachments(owner), upload.body());
        return accepted(owner, reply.requireId("the attachment"), upload.fileName(), reply.pause());
    }

    private Accepted accepted(AttachmentOwner owner, String id, String fileName, Duration pause) {
        return new Accepted(List.of(id), isPicture(fileName) ? api.urls().attachment(owner, id) : "", pause);
    }

    /** Returns whether a browser shows a file of that name as a picture. */
    public static boolean isPicture(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
    }

    /**
     * Also looks at the result. The file may have been sent while the attempt was the only one and had no sub-result.
     */
    private Optional<Accepted> find(AttachmentOwner owner, List<Upload> uploads) throws NotDeliveredException {
        Optional<Accepted> found = findAt(owner, uploads);
        AttachmentOwner result = new AttachmentOwner(owner.runId(), owner.resultId(), null);
        return found.isPresent() || owner.attemptId() == null ? found : findAt(result, uploads);
    }

    private Optional<Accepted> findAt(AttachmentOwner owner, List<Upload> uploads) throws NotDeliveredException {
        String purpose = "look whether \"" + uploads.get(0).fileName() + "\" was attached already";
        Reply listed = api.get(purpose, api.urls().attachments(owner));
        for (JsonValue existing : listed.list("value", "it lists no attachments")) {
            Optional<String> id = Reply.id(existing);
            for (Upload upload : uploads) {
                if (id.isPresent() && upload.matches(existing)) {
                    return Optional.of(accepted(owner, id.get(), existing.text("fileName"), Duration.ZERO));
                }
            }
        }
        return Optional.empty();
    }

    /** @param place of the file in words; null if it was not stored */
    private static Upload stub(Attachment attachment, @Nullable String place) {
        TextContent text = new TextContent("""
                This file %s, for it is larger than what the server takes.
                Azure DevOps takes no more than %d bytes, and a web server before it may take less.

                name    %s
                size    %d bytes
                sha256  %s
                """.formatted(
                        place == null ? "was not uploaded" : "is on " + place,
                        LargeFiles.LARGEST,
                        FileNames.safe(attachment.fileName()),
                        attachment.size(),
                        attachment.sha256()));
        String name = FileNames.stub(attachment.fileName());
        return new Upload(name, AttachmentType.GENERAL_ATTACHMENT, comment(attachment), text);
    }

    /** Tests may attach equal files with one name, so the number identifies a file. */
    private static String comment(Attachment attachment) {
        String attempt = attachment.ofRun() ? "" : "Attempt " + attachment.attempt() + ", ";
        return attempt + "file " + attachment.number() + ", sha256:" + attachment.sha256();
    }

    /** The file or the text that replaces it. */
    private record Upload(String fileName, AttachmentType type, String comment, Content content) {

        boolean matches(JsonValue existing) {
            return existing.get("fileName").text().orElse("").equals(fileName)
                    && existing.get("comment").text().orElse("").contains(comment);
        }

        Body body() {
            JsonText head = new JsonText()
                    .object()
                    .member("fileName", fileName)
                    .member("attachmentType", type.wireName())
                    .member("comment", comment);
            return Body.base64(
                    "application/json; charset=utf-8", head + ",\"stream\":\"", content::open, content.size(), "\"}");
        }
    }
}
