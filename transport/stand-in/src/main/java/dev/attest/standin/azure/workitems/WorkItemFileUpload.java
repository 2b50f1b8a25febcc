package dev.attest.standin.azure.workitems;

import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.BoundedFileStream;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.WorkItemFileStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies the body of a request from the socket to a file, whatever its size. */
final class WorkItemFileUpload {

    private static final String OCTETS = "application/octet-stream";

    /** Uses the received file. The file is deleted afterwards unless it was moved. */
    interface FileConsumer<T> {
        T of(Path file, long size, String sha256) throws IOException;
    }

    private WorkItemFileUpload() {}

    /** Reads and discards the body of a request that announces chunks. */
    static void skip(AzureCall call) throws IOException {
        call.body(OCTETS).transferTo(OutputStream.nullOutputStream());
    }

    /** Receives the whole body. At most {@code limit} bytes are stored in the file. */
    static <T> T receive(AzureCall call, WorkItemFileStore files, long limit, FileConsumer<T> use) throws IOException {
        var body = call.body(OCTETS);
        var draft = files.draft();
        try (var file = new BoundedFileStream(draft, limit)) {
            body.transferTo(file);
            return use.of(draft, file.size(), file.sha256());
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    static Refusal tooLarge() {
        return new Refusal(
                400,
                "FileSizeExceededException",
                "TF237082: The file you are trying to upload exceeds the supported file upload size.");
    }
}
