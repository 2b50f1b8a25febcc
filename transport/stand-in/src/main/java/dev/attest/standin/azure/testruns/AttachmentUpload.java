package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.attest.standin.azure.rest.BoundedFileStream;
import dev.attest.standin.azure.rest.FileNames;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.ServiceEnum;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.AttachmentStore.AttachmentDraft;
import dev.attest.standin.store.AttachmentStore.AttachmentOwner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of an attachment, {@code {"stream":"<base64>","fileName":"..","comment":"..","attachmentType":".."}} with
 * its properties in any order. The stream is copied from the socket to a file, whatever its size.
 */
final class AttachmentUpload {

    private final Path target;
    private @Nullable BoundedFileStream stream;
    private @Nullable String fileName;
    private String comment = "";
    private String type = "GeneralAttachment";

    private AttachmentUpload(Path target) {
        this.target = target;
    }

    /** Reads a body into a file. Deletes the file if the body is refused. */
    static AttachmentDraft receive(InputStream body, AttachmentOwner owner, Path target) throws IOException {
        var upload = new AttachmentUpload(target);
        try {
            upload.read(body);
            return upload.draft(owner);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }

    private void read(InputStream body) throws IOException {
        try (var parser = Json.parser(body)) {
            read(parser);
        }
    }

    private void read(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Refusal.property("attachmentRequestModel", "Value cannot be null.");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName().toLowerCase(Locale.ROOT);
                parser.nextToken();
                field(parser, name);
            }
            if (parser.nextToken() != null) {
                throw new Refusal(400, "", "The body of the request goes on after its object.");
            }
        } catch (JsonProcessingException e) {
            throw Json.malformed(e, parser);
        }
    }

    private void field(JsonParser parser, String name) throws IOException {
        switch (name) {
            case "stream" -> stream(parser);
            case "filename" -> fileName = parser.getValueAsString();
            case "comment" -> comment = String.valueOf(parser.getValueAsString(""));
            case "attachmenttype" -> type(String.valueOf(parser.getValueAsString("")));
            default -> parser.skipChildren();
        }
    }

    /** Keeps the default for null and for an empty text. */
    private void type(String given) {
        if (!given.isEmpty()) {
            type = ServiceEnum.ATTACHMENT.read(given);
        }
    }

    private void stream(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw Refusal.property("stream", "The stream must be text in Base64.");
        }
        try (var file = new BoundedFileStream(target)) {
            stream = file;
            parser.readBinaryValue(file);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // Jackson reports a character outside of the alphabet as an illegal argument.
            throw Refusal.property("stream", "The input is not a valid Base-64 string: " + e.getMessage());
        }
    }

    private AttachmentDraft draft(AttachmentOwner owner) {
        var name = FileNames.checked(fileName);
        if (stream == null) {
            throw Refusal.property("stream", "Value cannot be null.");
        }
        if (stream.size() > BoundedFileStream.LIMIT) {
            throw new Refusal(
                    400,
                    "TestManagementValidationException",
                    "Cannot upload file as it exceeded the maximum file size (" + BoundedFileStream.LIMIT + " bytes).");
        }
        return new AttachmentDraft(owner, name, comment, type, stream.size(), stream.sha256(), target);
    }
}
