package dev.attest.standin.qacomplete;

import dev.attest.standin.qacomplete.QaCompleteErrors.FileTooLargeException;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.store.ReceivedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;

/** A multipart body with a few short texts and one file. The file is written to disk while it is received. */
final class MultipartBody implements AutoCloseable {

    private static final int IN_MEMORY = 64 * 1024;
    private static final long LONGEST_TEXT = 1024 * 1024;
    /** Above the limit of the service, which answers larger files itself. */
    private static final long LARGEST = 4L * 1024 * 1024 * 1024;

    private final QaCompleteCall call;
    private final MultiPartFormData.Parts parts;

    private MultipartBody(QaCompleteCall call, MultiPartFormData.Parts parts) {
        this.call = call;
        this.parts = parts;
    }

    static MultipartBody of(QaCompleteCall call) {
        var type = Optional.ofNullable(call.context().contentType()).orElse("");
        var boundary = MultiPart.extractBoundary(type);
        if (boundary == null || !type.regionMatches(true, 0, "multipart/form-data", 0, 19)) {
            throw QaCompleteErrors.invalid(
                    "A file comes as multipart/form-data with a boundary, and not as \"" + type + "\".");
        }
        var parser = new MultiPartFormData.Parser(boundary);
        parser.setFilesDirectory(call.store().incoming());
        parser.setMaxMemoryFileSize(IN_MEMORY);
        parser.setMaxFileSize(LARGEST);
        parser.setMaxLength(LARGEST);
        parser.setMaxParts(20);
        try {
            var source = Content.Source.from(call.context().bodyInputStream());
            return new MultipartBody(call, Blocker.blockWithPromise(promise -> parser.parse(source, promise)));
        } catch (IOException | IllegalStateException | HttpException.RuntimeException e) {
            throw QaCompleteErrors.invalid("The parts of the body cannot be read: " + e.getMessage());
        }
    }

    /** Returns the text of a part. */
    Optional<String> text(String name) {
        return part(name).map(part -> {
            if (part.getLength() > LONGEST_TEXT) {
                throw QaCompleteErrors.invalid("The part " + name + " is too long.");
            }
            return part.getContentAsString(StandardCharsets.UTF_8);
        });
    }

    /** Writes the part {@code File} to disk. */
    ReceivedFile file(Path target) throws IOException {
        var part = part("File").orElseThrow(() -> QaCompleteErrors.invalid("There is no part with the name File."));
        var name = part.getFileName();
        if (name == null || name.isBlank()) {
            throw QaCompleteErrors.invalid("The part File has no file name.");
        }
        var limit = call.qaComplete().largestFile();
        if (part.getLength() > limit) {
            throw new FileTooLargeException(limit);
        }
        return ReceivedFile.receive(name, Content.Source.asInputStream(part.createContentSource()), target);
    }

    private Optional<MultiPart.Part> part(String name) {
        for (var part : parts) {
            if (name.equals(part.getName())
                    || (call.holds(Assumption.QAC_ANY_PART_NAMES) && name.equalsIgnoreCase(part.getName()))) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        parts.close();
    }
}
