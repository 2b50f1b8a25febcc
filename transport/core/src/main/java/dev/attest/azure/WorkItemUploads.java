package dev.attest.azure;

import dev.attest.config.WorkItemSettings;
import dev.attest.http.Body;
import dev.attest.journal.event.Content;

/**
 * Uploads files that work items are to link to: small ones at once, larger ones in chunks.
 *
 * <pre>POST /_apis/wit/attachments?fileName=page.png   the bytes as they are   201 {"id":"fbb3...","url":"https://..."}</pre>
 *
 * <p>See <a href="https://learn.microsoft.com/rest/api/azure/devops/wit/attachments/create">Attachments: Create</a>.
 */
final class WorkItemUploads {

    private final WorkItemArea area;
    private final Addresses addresses;
    private final WorkItemSettings settings;

    WorkItemUploads(WorkItemArea area, Addresses addresses, WorkItemSettings settings) {
        this.area = area;
        this.addresses = addresses;
        this.settings = settings;
    }

    /**
     * Returns the address of the whole file.
     *
     * @param transfer name of what is kept of its progress
     */
    String upload(String fileName, Content content, String transfer, Versions versions) throws NotDeliveredException {
        if (content.size() <= settings.chunkThreshold()) {
            return atOnce(fileName, content, versions);
        }
        return new ChunkedUpload(
                        area,
                        addresses,
                        versions,
                        fileName,
                        content,
                        content.uploadCursor(transfer),
                        settings.chunkSize())
                .finish();
    }

    /** One that is in doubt is sent again: what no work item links to hurts nobody. */
    private String atOnce(String fileName, Content content, Versions versions) throws NotDeliveredException {
        Reply reply = area.send(
                Call.post(
                        "upload \"" + fileName + "\"",
                        addresses.workItemFiles("fileName", fileName),
                        versions.workItems(),
                        Body.bytes(content::open, 0, content.size())),
                versions);
        return Transfer.of(reply.json())
                .map(Transfer::url)
                .orElseThrow(() -> area.unusable(reply, "it does not tell id and address of the file"));
    }
}
