package dev.attest.internal.qacomplete;

import dev.attest.internal.destination.Remarks;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.http.Body;
import dev.attest.internal.mime.WebArchive;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Uploads the report and the log of an item, which has room for one of each. An upload replaces the earlier one, so a
 * repeated upload does no harm.
 */
record Outputs(QaCompleteApi api, Remarks remarks, SizeLimitDetector sizeLimit) {

    private static final String OCTETS = "application/octet-stream";

    void put(String runId, Item item, ReportedRow row, boolean possiblyApplied) throws NotDeliveredException {
        try {
            putBoth(runId, item, row, possiblyApplied);
        } catch (IOException e) {
            throw NotDeliveredException.rejected("Cannot make the report for QAComplete: " + e);
        }
    }

    private void putBoth(String runId, Item item, ReportedRow row, boolean possiblyApplied)
            throws NotDeliveredException, IOException {
        Item now = possiblyApplied ? read(runId, item) : item;
        String name = "attest-" + item.id() + "-" + row.attempts().size();
        if (!possiblyApplied || isMissing(now.report(), name, row)) {
            report(runId, item, row, name);
        }
        if (!possiblyApplied || isMissing(now.log(), name, row)) {
            Body log = Body.text(OCTETS, FailureLog.of(row));
            upload("add the log of item " + item.id(), api.urls().output(runId, item.id(), "log"), name + ".xml", log);
        }
    }

    /** The description of an upload may lack the file name. Then it may be that of an earlier attempt. */
    private static boolean isMissing(String description, String name, ReportedRow row) {
        return description.isEmpty() || (row.attempts().size() > 1 && !description.contains(name));
    }

    private void report(String runId, Item item, ReportedRow row, String name)
            throws NotDeliveredException, IOException {
        Resource resource = api.urls().output(runId, item.id(), "report");
        String report = "report of item " + item.id() + " (" + item.name() + ")";
        try {
            upload("add the " + report, resource, name + ".mht", bodyOf(row, true));
        } catch (NotDeliveredException e) {
            if (!sizeLimit.isTooLarge(runId + " " + item.id() + " " + name, e)) {
                throw e;
            }
            upload("add the " + report, resource, name + ".mht", bodyOf(row, false));
            remarks.add("The " + report + " has no pictures, as the server takes none of that size. " + e.reason());
        }
    }

    private void upload(String purpose, Resource resource, String fileName, Body file) throws NotDeliveredException {
        api.upload(purpose, resource, EntityFiles.form(Map.of(), fileName, file));
    }

    private Item read(String runId, Item item) throws NotDeliveredException {
        Reply reply = api.get(
                "look whether item " + item.id() + " has its report already",
                api.urls().item(runId, item.id()));
        return Item.of(reply.json()).orElse(item);
    }

    /** Returns a report as a request body. Its files are read twice in constant memory, first to compute the length. */
    private static Body bodyOf(ReportedRow row, boolean withPictures) throws IOException {
        WebArchive archive = FailureReport.of(row, withPictures);
        Counter counter = new Counter();
        archive.writeTo(counter);
        return new Body(OCTETS, counter.count, archive::writeTo);
    }

    private static final class Counter extends OutputStream {

        private long count;

        @Override
        public void write(int octet) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
