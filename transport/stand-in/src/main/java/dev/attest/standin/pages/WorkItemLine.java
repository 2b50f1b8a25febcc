package dev.attest.standin.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attest.standin.store.WorkItemRow;

/** A work item in few words. */
record WorkItemLine(
        int id, String project, String type, String title, String state, String tags, int rev, String changed) {

    static WorkItemLine of(WorkItemRow row) {
        JsonNode fields = Views.document(row.document()).path("fields");
        return new WorkItemLine(
                row.id(),
                row.project(),
                row.type(),
                Views.text(fields, "System.Title"),
                Views.text(fields, "System.State"),
                Views.text(fields, "System.Tags"),
                row.rev(),
                Texts.time(row.updatedAt()));
    }

    String href() {
        return "/work-items/" + id;
    }
}
