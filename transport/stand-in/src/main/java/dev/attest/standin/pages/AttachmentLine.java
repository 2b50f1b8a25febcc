package dev.attest.standin.pages;

import dev.attest.standin.store.AttachmentRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An attachment on a page.
 *
 * @param text the beginning of it, empty when it is not text
 */
record AttachmentLine(
        int id, String name, String type, String size, String digest, String comment, boolean image, String text) {

    static List<AttachmentLine> of(List<AttachmentRow> rows) throws IOException {
        var lines = new ArrayList<AttachmentLine>();
        for (var row : rows) {
            var start = Preview.start(row.bytes());
            var image = Preview.imageType(start).isPresent();
            lines.add(new AttachmentLine(
                    row.id(),
                    Texts.visible(row.fileName()),
                    row.type(),
                    Texts.size(row.size()),
                    row.sha256().substring(0, 12),
                    Texts.visible(row.comment()),
                    image,
                    image ? "" : Preview.text(start)));
        }
        return lines;
    }

    String href() {
        return "/attachments/" + id;
    }
}
