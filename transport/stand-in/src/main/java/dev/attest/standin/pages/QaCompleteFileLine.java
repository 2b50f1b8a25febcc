package dev.attest.standin.pages;

import dev.attest.standin.store.EntityFileStore.EntityFileRow;
import java.io.IOException;

/**
 * A file of an entity on a page.
 *
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

    static QaCompleteFileLine of(EntityFileRow row) throws IOException {
        var start = FilePreview.start(row.file().bytes());
        var image = FilePreview.imageType(start).isPresent();
        return new QaCompleteFileLine(
                row.id(),
                row.code() + "/" + row.entityId(),
                PageText.visible(row.title()),
                PageText.visible(row.file().fileName()),
                PageText.size(row.file().size()),
                row.file().sha256().substring(0, 12),
                PageText.visible(row.comments()),
                image,
                image ? "" : FilePreview.text(start));
    }

    String href() {
        return "/qacomplete/files/" + id;
    }
}
