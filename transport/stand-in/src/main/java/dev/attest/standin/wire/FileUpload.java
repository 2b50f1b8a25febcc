package dev.attest.standin.wire;

import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.FileStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a request on their way from the socket to a file, so that their number costs no memory. */
final class FileUpload {

    private static final String OCTETS = "application/octet-stream";

    /** What is to become of the file, which is deleted when it is still there afterwards. */
    interface Use<T> {
        T of(Path file, long size, String sha256) throws IOException;
    }

    private FileUpload() {}

    /** Reads what is to be nothing but the announcement of chunks. */
    static void skip(Call call) throws IOException {
        call.body(OCTETS).transferTo(OutputStream.nullOutputStream());
    }

    /** Receives the body, to its end; of one with more than {@code limit} bytes only so many are in the file. */
    static <T> T receive(Call call, FileStore files, long limit, Use<T> use) throws IOException {
        var body = call.body(OCTETS);
        var draft = files.draft();
        try (var file = new BoundedFile(draft, limit)) {
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
