package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.store.EntityFileRow;

/** A file as the API shows it. */
final class FileView {

    private FileView() {}

    /** Returns the answer to one file: whether it has an id is assumed. */
    static ObjectNode one(Call call, EntityFileRow row) {
        return view(call, row, !call.holds(Assumption.QAC_FILE_WITHOUT_ID));
    }

    /** Returns a line of a list, which has an id: files could not be named otherwise. */
    static ObjectNode line(Call call, EntityFileRow row) {
        return view(call, row, true);
    }

    private static ObjectNode view(Call call, EntityFileRow row, boolean id) {
        var view = Documents.object();
        if (id) {
            view.put("id", row.id());
        }
        return view.put("attachment_type_code", "File")
                .put("file_name", row.file().fileName())
                .put("title", row.title())
                .put("comments", row.comments())
                .put("date_created", Stamps.of(row.createdAt()))
                .put("date_updated", Stamps.of(row.updatedAt()))
                .put("entity_code", row.code())
                .put("entity_id", row.entityId())
                .put("update_user_id", String.valueOf(row.userId()))
                .put("user_name", call.users().name(row.userId()));
    }
}
