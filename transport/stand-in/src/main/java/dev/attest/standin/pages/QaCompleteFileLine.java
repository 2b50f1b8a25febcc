package dev.attest.standin.pages;

import dev.attest.standin.store.EntityFileStore.EntityFileRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of an entity on a page.
 *
 * @param comments safe HTML
 * @param text the first part of it; empty if it is not text
 */
record QaCompleteFileLine(
        int id,
        String entity,
        String title,
        String fileName,
        String size,
        String digest,
        String comments,
        boolean image,
        String text) {

    static List<QaCompleteFileLine> all(List<EntityFileRow> rows, Markup markup) throws IOException {
        var lines = new ArrayList<QaCompleteFileLine>();
        for (var row : rows) {
            lines.add(of(row, markup));
        }
        return lines;
    }

    private static QaCompleteFileLine of(EntityFileRow row, Markup markup) throws IOException {
        var start = FilePreview.start(row.file().bytes());
        var image = FilePreview.imageType(start).isPresent();
        return new QaCompleteFileLine(
                row.id(),
                row.code() + "/" + row.entityId(),
                PageText.visible(row.title()),
                PageText.visible(row.file().fileName()),
                PageText.size(row.file().size()),
                row.file().sha256().substring(0, 12),
                markup.safe(row.comments()),
                image,
                image ? "" : FilePreview.text(start));
    }

    String href() {
        return "/qacomplete/files/" + id;
    }
}
