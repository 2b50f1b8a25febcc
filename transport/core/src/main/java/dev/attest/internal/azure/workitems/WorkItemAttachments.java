package dev.attest.internal.azure.workitems;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.text.FileNames;
import dev.attest.internal.text.Texts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts files on work items: the bytes first, then a link to them.
 *
 * <pre>[{"op":"test","path":"/rev","value":3},{"op":"add","path":"/relations/-","value":{"rel":"AttachedFile",
 *   "url":"https://dev.azure.com/contoso/_apis/wit/attachments/de47...?fileName=film.mp4",
 *   "attributes":{"comment":"Run 24, Cart › adds, attempt 1, file 7, sha256:ab12...","name":"film.mp4"}}}]</pre>
 *
 * <p>The comment tells a link again when the reply to it was lost. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/update#add-an-attachment">Work Items: Update,
 * Add an attachment</a>.
 */
public final class WorkItemAttachments {

    /** See <a href="https://learn.microsoft.com/azure/devops/organizations/settings/work/object-limits">limits</a>. */
    private static final int MOST_FILES = 100;

    private static final int LONGEST_COMMENT = 255;

    /** So many others may change the item between a look at it and the link. */
    private static final int MOST_TRIES = 10;

    private final WorkItems items;
    private final WorkItemUploads uploads;

    public WorkItemAttachments(AzureApi api, WorkItems items, WorkItemSettings settings) {
        this.items = items;
        this.uploads = new WorkItemUploads(api.forWorkItems(), settings);
    }

    /**
     * Puts a file on an item, unless it is there.
     *
     * @param origin run, test and attempt that it comes from
     * @param possiblyApplied whether an earlier try may have put it there
     */
    public Accepted attach(int id, Attachment attachment, Content content, String origin, boolean possiblyApplied)
            throws NotDeliveredException {
        String fileName = FileNames.safe(attachment.fileName());
        String comment = comment(attachment, origin);
        WorkItemDocument item = items.read(id);
        if (!(possiblyApplied && isLinked(item, comment))) {
            requireRoom(item, fileName);
            String transfer = "azure-" + attachment.number() + "-" + id;
            link(item, uploads.upload(fileName, content, transfer), fileName, comment);
        }
        return new Accepted(List.of(String.valueOf(id)), "", Duration.ZERO);
    }

    private void link(WorkItemDocument read, String url, String fileName, String comment) throws NotDeliveredException {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("rel", WorkItems.ATTACHED_FILE);
        link.put("url", url);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("comment", comment);
        attributes.put("name", fileName);
        link.put("attributes", attributes);
        WorkItemDocument item = read;
        for (int tries = 1; ; tries++) {
            try {
                items.patch(
                        "put \"" + fileName + "\" on work item " + item.id(),
                        item.id(),
                        List.of(PatchOperation.unchangedSince(item.rev()), PatchOperation.add("/relations/-", link)));
                return;
            } catch (NotDeliveredException e) {
                if (!WorkItems.isConflict(e) || tries == MOST_TRIES) {
                    throw e;
                }
            }
            item = items.read(item.id());
            requireRoom(item, fileName);
        }
    }

    private static boolean isLinked(WorkItemDocument item, String comment) {
        return item.attachedFiles().stream()
                .anyMatch(file ->
                        file.get("attributes").get("comment").text().orElse("").equals(comment));
    }

    private static void requireRoom(WorkItemDocument item, String fileName) throws NotDeliveredException {
        if (item.attachedFiles().size() >= MOST_FILES) {
            String reason = "Cannot put \"" + fileName + "\" on work item " + item.id() + ": it has "
                    + item.attachedFiles().size() + " files, and Azure DevOps takes no more than " + MOST_FILES
                    + ". Remove some of them, or name another item.";
            throw NotDeliveredException.rejected(reason);
        }
    }

    /** Tests may attach equal files under one name; only the same number of the same origin is the same. */
    private static String comment(Attachment attachment, String origin) {
        String marker = "file " + attachment.number() + ", sha256:" + attachment.sha256();
        String said =
                attachment.comment().isBlank() ? origin : attachment.comment().strip() + " (" + origin + ")";
        return Texts.cutWithHash(Texts.clean(said), LONGEST_COMMENT - marker.length() - 2) + ", " + marker;
    }
}
