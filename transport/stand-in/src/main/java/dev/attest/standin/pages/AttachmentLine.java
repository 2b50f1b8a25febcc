package dev.attest.standin.pages;

import dev.attest.standin.files.HarTable;
import dev.attest.standin.files.VideoType;
import dev.attest.standin.store.AttachmentStore.AttachmentRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An attachment on a page.
 *
 * @param video its media type if it is a video; else empty
 * @param har its requests if it is an HTTP archive; else null
 * @param text the first part of it; empty if it is not text
 * @param cut whether there is more of the text
 */
record AttachmentLine(
        String href,
        String name,
        String type,
        String size,
        String digest,
        String comment,
        boolean image,
        String video,
        @Nullable HarTable har,
        String text,
        boolean cut) {

    /** What clients add to a comment in order to find the file again. */
    private static final Pattern DIGEST = Pattern.compile(",?\\s*\\bsha256:[0-9a-f]{64}\\b");

    private static final int FEW_LINES = 30;

    static List<AttachmentLine> of(List<AttachmentRow> rows) throws IOException {
        return of(rows, new PreviewBudget());
    }

    static List<AttachmentLine> of(List<AttachmentRow> rows, PreviewBudget budget) throws IOException {
        var lines = new ArrayList<AttachmentLine>();
        for (var row : rows) {
            var href = "/attachments/" + row.id();
            lines.add(of(budget, row.bytes(), href, row.fileName(), row.type(), row.sha256(), row.comment()));
        }
        return lines;
    }

    /** Returns the line of a file. Its first bytes decide how it is shown. */
    static AttachmentLine of(Path file, String href, String name, String type, String sha256, String comment)
            throws IOException {
        return of(new PreviewBudget(), file, href, name, type, sha256, comment);
    }

    private static AttachmentLine of(
            PreviewBudget budget, Path file, String href, String name, String type, String sha256, String comment)
            throws IOException {
        var start = budget.start(file);
        var image = FilePreview.imageType(start).isPresent();
        var video = image ? "" : VideoType.of(start).orElse("");
        var har = image || !video.isEmpty() ? null : budget.har(file, start);
        var preview = image || !video.isEmpty() || har != null
                ? PreviewBudget.TextPart.NONE
                : budget.text(start, Files.size(file));
        return new AttachmentLine(
                href,
                PageText.visible(name),
                type,
                PageText.size(Files.size(file)),
                sha256.substring(0, 12),
                PageText.visible(DIGEST.matcher(comment).replaceAll("").strip()),
                image,
                video,
                har,
                preview.text(),
                preview.cut());
    }

    /** Returns the lines of the text. */
    List<String> lines() {
        return text.lines().toList();
    }

    /** Returns whether the text is so long that it is folded. */
    boolean folded() {
        return text.lines().limit(FEW_LINES + 1).count() > FEW_LINES;
    }

    /** Returns what the fold says. */
    String summary() {
        var lines = text.lines().count();
        return cut ? "The first " + lines + " lines" : lines + " lines";
    }

    /** Returns whether a person has to search in order to find something: a picture and a table are seen at once. */
    boolean searched() {
        return !text.isEmpty() && (cut || folded());
    }
}
