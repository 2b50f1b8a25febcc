package dev.attest.standin.pages;

import dev.attest.standin.store.AttachmentStore.AttachmentRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An attachment on a page.
 *
 * @param text the first part of it; empty if it is not text
 */
record AttachmentLine(
        String href, String name, String type, String size, String digest, String comment, boolean image, String text) {

    /** What clients add to a comment in order to find the file again. */
    private static final Pattern DIGEST = Pattern.compile(",?\\s*\\bsha256:[0-9a-f]{64}\\b");

    private static final int MOST_LINES = 1000;
    private static final int FEW_LINES = 30;

    static List<AttachmentLine> of(List<AttachmentRow> rows) throws IOException {
        var lines = new ArrayList<AttachmentLine>();
        for (var row : rows) {
            lines.add(of(
                    row.bytes(), "/attachments/" + row.id(), row.fileName(), row.type(), row.sha256(), row.comment()));
        }
        return lines;
    }

    /** Returns the line of a file. Its first bytes decide how it is shown. */
    static AttachmentLine of(Path file, String href, String name, String type, String sha256, String comment)
            throws IOException {
        var start = FilePreview.start(file);
        var image = FilePreview.imageType(start).isPresent();
        return new AttachmentLine(
                href,
                PageText.visible(name),
                type,
                PageText.size(Files.size(file)),
                sha256.substring(0, 12),
                PageText.visible(DIGEST.matcher(comment).replaceAll("").strip()),
                image,
                image ? "" : PrettyJson.of(FilePreview.text(start)));
    }

    /** Returns the first lines of the text. */
    List<String> lines() {
        return text.lines().limit(MOST_LINES).toList();
    }

    /** Returns whether the text is so long that it is folded. */
    boolean folded() {
        return text.lines().limit(FEW_LINES + 1).count() > FEW_LINES;
    }
}
