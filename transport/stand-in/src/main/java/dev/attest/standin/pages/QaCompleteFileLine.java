package dev.attest.standin.pages;

import dev.attest.standin.store.EntityFileRow;
import java.io.IOException;

/**
 * A file of an entity on a page.
 *
 * @param text the beginning of it, empty when it is not text
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
        var start = Preview.start(row.file().bytes());
        var image = Preview.imageType(start).isPresent();
        return new QaCompleteFileLine(
                row.id(),
                row.code() + "/" + row.entityId(),
                Texts.visible(row.title()),
                Texts.visible(row.file().fileName()),
                Texts.size(row.file().size()),
                row.file().sha256().substring(0, 12),
                Texts.visible(row.comments()),
                image,
                image ? "" : Preview.text(start));
    }

    String href() {
        return "/qacomplete/files/" + id;
    }
}
