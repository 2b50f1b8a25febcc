package dev.attest.internal.recorder;

import dev.attest.internal.console.OutputRouter.AttachmentMarks;
import dev.attest.internal.files.AttachedFile;
import dev.attest.internal.files.FixedLengthFile.UnreadableException;
import dev.attest.internal.files.MarkedFileRoots;
import dev.attest.internal.masking.Masking;
import dev.attest.internal.masking.SettingsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Attaches the files that lines {@code [[ATTACHMENT|path]]} of the output name, and masks secrets in those that have
 * settings. What is left out is said in the comment of the test, or at the end of the run. Thread-safe.
 */
final class MarkedFiles implements AttachmentMarks {

    private static final int LONGEST_SETTINGS = 1024 * 1024;
    private static final int LONGEST_PATH = 200;

    private final MarkedFileRoots roots;
    private final Masking masking;
    private final AttachmentWriter attachments;
    private final Map<String, RunningTest> running;
    private final RunJournal run;
    private final BiConsumer<String, String> attached;
    private final LeftOutMarks leftOut = new LeftOutMarks();

    /** @param attached is told of the key of a test, and of the path that its output named */
    MarkedFiles(
            MarkedFileRoots roots,
            Masking masking,
            AttachmentWriter attachments,
            Map<String, RunningTest> running,
            RunJournal run,
            BiConsumer<String, String> attached) {
        this.roots = roots;
        this.masking = masking;
        this.attachments = attachments;
        this.running = running;
        this.run = run;
        this.attached = attached;
    }

    @Override
    public void found(String key, String path) throws IOException {
        RunningTest test = running.get(key);
        if (test != null && found(test, path)) {
            attached.accept(key, path);
        }
    }

    /** Attaches a file to a test that has just ended, or still runs. Returns whether it is attached. */
    boolean found(RunningTest test, String path) throws IOException {
        return attach(test.forAttachment(), path, test.leftOut());
    }

    @Override
    public void foundInRun(String path) throws IOException {
        attach(RowAttempt.RUN, path, leftOut);
    }

    /** Returns which files are not attached to the run. */
    LeftOutMarks leftOut() {
        return leftOut;
    }

    private boolean attach(RowAttempt source, String path, LeftOutMarks missing) throws IOException {
        run.begin();
        try {
            attach(source, Path.of(path));
            return true;
        } catch (InvalidPathException e) {
            // This is not a path of this system. The line stays in the output.
        } catch (UnreadableException e) {
            String shown = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "..." : path;
            missing.add(masking.mask("Attachment " + shown + " is left out: " + e.getMessage() + "."));
        }
        return false;
    }

    private void attach(RowAttempt source, Path file) throws IOException {
        Path real = roots.require(file);
        String name = AttachedFile.nameOf(file);
        // A link may hide what the file is.
        if (SettingsFiles.isSettings(name) || SettingsFiles.isSettings(AttachedFile.nameOf(real))) {
            String kind = SettingsFiles.isSettings(name) ? name : AttachedFile.nameOf(real);
            String masked = masking.maskSettings(kind, settings(real));
            attachments.addBytes(source, name, null, masked.getBytes(StandardCharsets.UTF_8));
        } else {
            attachments.addCopy(source, name, real);
        }
    }

    private static String settings(Path file) throws IOException {
        byte[] bytes;
        try (AttachedFile opened = AttachedFile.open(file);
                InputStream content = opened.content()) {
            bytes = content.readNBytes(LONGEST_SETTINGS + 1);
        }
        if (bytes.length > LONGEST_SETTINGS) {
            throw new UnreadableException("it has settings, which Attest masks only up to 1 MiB");
        }
        return text(bytes);
    }

    /** Returns a text in UTF-8, in UTF-16 if it has a byte order mark, or else in ISO 8859-1. */
    private static String text(byte[] bytes) {
        boolean wide = bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF;
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
