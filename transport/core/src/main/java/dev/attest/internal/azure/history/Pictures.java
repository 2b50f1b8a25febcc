package dev.attest.internal.azure.history;

import dev.attest.internal.azure.api.AttachmentOwner;
import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.results.Attachments;
import dev.attest.internal.azure.results.ResultId;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the last picture that is attached to a result.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/azure/devops/test/attachments">Attachments</a>
 */
record Pictures(AzureApi api) {

    /**
     * Returns the address of the picture; empty if there is none.
     *
     * @param attempt id of the last attempt, which has the files of a test with several; null for only one
     */
    String of(ResultId result, @Nullable String attempt) throws NotDeliveredException {
        AttachmentOwner owner = new AttachmentOwner(result.runId(), result.id(), attempt);
        String found = "";
        for (JsonValue file : api.get(
                        "look for the picture of a test", api.urls().attachments(owner))
                .list("value", "it lists no attachments")) {
            Optional<String> id = Reply.id(file);
            if (id.isPresent() && Attachments.isPicture(file.text("fileName"))) {
                found = api.urls().attachment(owner, id.get());
            }
        }
        return found;
    }
}
