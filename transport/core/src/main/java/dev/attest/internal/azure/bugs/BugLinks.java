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

/** Tells results of their bugs: by reference, and by a file that names what is on the bug. Both may be repeated. */
final class BugLinks {

    private final AzureApi api;
    private final Attachments attachments;

    BugLinks(AzureApi api, Attachments attachments) {
        this.api = api;
        this.attachments = attachments;
    }

    /** Adds the bug to those that the result has, which a change would replace. */
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

    /** Attaches the text to the result, unless it is there. */
    void note(String runId, String resultId, int bug, String listing) throws NotDeliveredException {
        TextContent text = new TextContent(listing);
        Attachment file = new Attachment(
                bug, 1, 1, "bug-" + bug + ".txt", AttachmentType.BUG_FILING_DATA, Texts.sha256(listing), text.size());
        attachments.attach(new AttachmentOwner(runId, resultId, null), file, text, true);
    }
}
