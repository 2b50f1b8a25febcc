package dev.attest.internal.azure.workitems;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.text.FileNames;
import dev.attest.internal.text.Texts;
import java.util.List;

/**
 * Attaches files to work items: uploads the bytes first, then adds a link to them.
 *
 * <pre>[{"op":"test","path":"/rev","value":3},{"op":"add","path":"/relations/-","value":{"rel":"AttachedFile",
 *   "url":"https://dev.azure.com/contoso/_apis/wit/attachments/de47...?fileName=film.mp4",
 *   "attributes":{"comment":"Run 24, Cart › adds, attempt 1, file 7, sha256:ab12...","name":"film.mp4"}}}]</pre>
 *
 * <p>The comment identifies a link whose reply was lost. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/update#add-an-attachment">Work Items: Update,
 * Add an attachment</a>.
 */
public final class WorkItemAttachments {

    /** See <a href="https://learn.microsoft.com/azure/devops/organizations/settings/work/object-limits">limits</a>. */
    private static final int MAX_FILES = 100;

    private static final int MAX_COMMENT = 255;

    /** How often another client may change the item between reading it and adding the link. */
    private static final int CONFLICT_ATTEMPTS = 10;

    private final AzureApi api;
    private final WorkItems items;
    private final WorkItemSettings settings;

    public WorkItemAttachments(AzureApi api, WorkItems items, WorkItemSettings settings) {
        this.api = api.forWorkItems();
        this.items = items;
        this.settings = settings;
    }

    /**
     * Attaches a file to an item.
     *
     * @param origin run, test and attempt of the file
     * @param possiblyApplied whether an earlier attempt may have attached it; then an existing link is kept
     */
    public Accepted attach(int id, AttachedContent file, String origin, boolean possiblyApplied)
            throws NotDeliveredException {
        Attachment attachment = file.attachment();
        String fileName = FileNames.safe(attachment.fileName());
        String comment = comment(attachment, origin);
        WorkItemDocument item = items.read(id);
        if (!(possiblyApplied && isLinked(item, comment))) {
            requireRoom(item, fileName);
            String transfer = "azure-" + attachment.number() + "-" + id;
            String url = new WorkItemUpload(api, settings, fileName, file.content(), transfer).send();
            link(item, url, fileName, comment);
        }
        return Accepted.of(String.valueOf(id));
    }

    private void link(WorkItemDocument read, String url, String fileName, String comment) throws NotDeliveredException {
        PatchOperation link =
                PatchOperation.relation(WorkItems.ATTACHED_FILE, url, new PatchOperation.Attributes(comment, fileName));
        items.patchUnchanged("put \"" + fileName + "\" on work item " + read.id(), read, CONFLICT_ATTEMPTS, item -> {
            requireRoom(item, fileName);
            return List.of(link);
        });
    }

    private static boolean isLinked(WorkItemDocument item, String comment) {
        return item.relations(WorkItems.ATTACHED_FILE).stream()
                .anyMatch(file ->
                        file.get("attributes").get("comment").text().orElse("").equals(comment));
    }

    private static void requireRoom(WorkItemDocument item, String fileName) throws NotDeliveredException {
        int files = item.relations(WorkItems.ATTACHED_FILE).size();
        if (files >= MAX_FILES) {
            String reason = "Cannot put \"" + fileName + "\" on work item " + item.id() + ": it has " + files
                    + " files, and Azure DevOps takes no more than " + MAX_FILES
                    + ". Remove some of them, or name another item.";
            throw NotDeliveredException.rejected(reason);
        }
    }

    /** Tests may attach equal files with one name, so number and origin identify a file. */
    private static String comment(Attachment attachment, String origin) {
        String marker = "file " + attachment.number() + ", sha256:" + attachment.sha256();
        String description =
                attachment.comment().isBlank() ? origin : attachment.comment().strip() + " (" + origin + ")";
        return Texts.cutWithHash(Texts.clean(description), MAX_COMMENT - marker.length() - 2) + ", " + marker;
    }
}
