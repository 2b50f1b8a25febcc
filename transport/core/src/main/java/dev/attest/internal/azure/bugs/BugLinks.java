package dev.attest.internal.azure.bugs;

import dev.attest.AttachmentType;
import dev.attest.internal.azure.api.AttachmentOwner;
import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.Reference;
import dev.attest.internal.azure.api.TextContent;
import dev.attest.internal.azure.results.Attachments;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.json.Json;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.internal.text.Texts;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Links results to their bugs and attaches a list of the files on the bug. Both can be repeated safely. */
record BugLinks(AzureApi api, Attachments attachments) {

    /** Adds the bug to those of the result. An update replaces the whole list, so it is read first. */
    void associate(String runId, String resultId, int bug) throws NotDeliveredException {
        Reply result = api.get(
                "look which bugs a test result has",
                api.urls().result(runId, resultId, "detailsToInclude", "WorkItems"));
        Set<String> bugs = new LinkedHashSet<>(
                Reply.ids(result.json().get("associatedBugs").items()));
        if (bugs.add(String.valueOf(bug))) {
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("id", Long.valueOf(resultId));
            change.put("associatedBugs", bugs.stream().map(Reference::new).toList());
            api.patch("name the bug of a test result", api.urls().results(runId), Json.write(List.of(change)));
        }
    }

    /** Attaches the list to the result unless it is attached already. */
    void attachListing(String runId, String resultId, int bug, String listing) throws NotDeliveredException {
        TextContent text = new TextContent(listing);
        Attachment file = new Attachment(
                bug, 1, 1, "bug-" + bug + ".txt", AttachmentType.BUG_FILING_DATA, Texts.sha256(listing), text.size());
        attachments.attach(new AttachmentOwner(runId, resultId, null), file, text, true);
    }
}
