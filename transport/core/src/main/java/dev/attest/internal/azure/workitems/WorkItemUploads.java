package dev.attest.internal.azure.workitems;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.http.Body;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;

/**
 * Uploads files for work items: small files in one request, large files in chunks.
 *
 * <pre>POST /_apis/wit/attachments?fileName=page.png   the bytes as they are   201 {"id":"fbb3...","url":"https://..."}
 * </pre>
 *
 * <p>See <a href="https://learn.microsoft.com/rest/api/azure/devops/wit/attachments/create">Attachments: Create</a>.
 */
record WorkItemUploads(AzureApi api, WorkItemSettings settings) {

    /** Returns the URL of the uploaded file. The progress is stored under the name of the transfer. */
    String upload(String fileName, Content content, String transfer) throws NotDeliveredException {
        if (content.size() <= settings.chunkThreshold()) {
            return atOnce(fileName, content);
        }
        return new ChunkedUpload(api, fileName, content, content.uploadCursor(transfer), settings.chunkSize()).finish();
    }

    /** A retry uploads the file again. A file without a link from a work item does no harm. */
    private String atOnce(String fileName, Content content) throws NotDeliveredException {
        Reply reply = api.post(
                "upload \"" + fileName + "\"",
                api.urls().workItemFiles("fileName", fileName),
                Body.bytes(content::open, 0, content.size()));
        return Transfer.of(reply.json())
                .map(Transfer::url)
                .orElseThrow(() -> reply.unusable("it does not contain id and URL of the file"));
    }
}
