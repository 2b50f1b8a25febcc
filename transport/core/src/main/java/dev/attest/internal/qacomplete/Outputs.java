package dev.attest.internal.qacomplete;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.http.Body;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Uploads the report and the log of an item, which has room for one of each. An upload replaces the earlier one, so a
 * repeated upload does no harm.
 */
final class Outputs {

    private final QaCompleteApi api;
    private final Remarks remarks;
    private final SizeLimitDetector sizeLimit = new SizeLimitDetector();

    Outputs(QaCompleteApi api, Remarks remarks) {
        this.api = api;
        this.remarks = remarks;
    }

    Accepted put(String runId, Item item, ReportedRow row, boolean possiblyApplied)
            throws NotDeliveredException, IOException {
        Item now = possiblyApplied ? read(runId, item) : item;
        String name = "attest-" + item.id() + "-" + row.attempts().size();
        if (!possiblyApplied || isMissing(now.report(), name, row)) {
            report(runId, item, row, name);
        }
        if (!possiblyApplied || isMissing(now.log(), name, row)) {
            upload("add the log of item " + item.id(), api.urls().log(runId, item.id()), name + ".xml", log(row));
        }
        return Accepted.of();
    }

    /** The description of an upload may lack the file name. Then it may be that of an earlier attempt. */
    private static boolean isMissing(String description, String name, ReportedRow row) {
        return description.isEmpty() || (row.attempts().size() > 1 && !description.contains(name));
    }

    private void report(String runId, Item item, ReportedRow row, String name)
            throws NotDeliveredException, IOException {
        Resource resource = api.urls().report(runId, item.id());
        String purpose = "add the report of item " + item.id() + " (" + item.name() + ")";
        try {
            upload(purpose, resource, name + ".mht", ArchiveBody.of(FailureReport.of(row, true)));
        } catch (NotDeliveredException e) {
            if (!sizeLimit.isTooLarge(runId + " " + item.id() + " " + name, e)) {
                throw e;
            }
            upload(purpose, resource, name + ".mht", ArchiveBody.of(FailureReport.of(row, false)));
            remarks.add("The report of item " + item.id() + " (" + item.name()
                    + ") has no pictures, as the server takes" + " none of that size. " + e.reason());
        }
    }

    private void upload(String purpose, Resource resource, String fileName, Body file) throws NotDeliveredException {
        Body form = Body.form(EntityFiles.boundary(), Map.of(), "File", fileName, file);
        api.upload(purpose, resource, form);
    }

    private static Body log(ReportedRow row) throws IOException {
        byte[] bytes = FailureLog.of(row).getBytes(StandardCharsets.UTF_8);
        return Body.file("application/octet-stream", () -> new ByteArrayInputStream(bytes), bytes.length);
    }

    private Item read(String runId, Item item) throws NotDeliveredException {
        Reply reply = api.get(
                "look whether item " + item.id() + " has its report already",
                api.urls().item(runId, item.id()));
        return Item.of(reply.json()).orElse(item);
    }
}
