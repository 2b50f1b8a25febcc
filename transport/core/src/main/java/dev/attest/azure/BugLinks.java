package dev.attest.azure;

import dev.attest.journal.event.Attachment;
import dev.attest.journal.event.Content;
import dev.attest.json.Json;
import dev.attest.model.AttachmentType;
import dev.attest.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells results of their bugs: by reference, and by a file that names what is on the bug. Both may be repeated. */
final class BugLinks {

    private final Service service;
    private final Addresses addresses;
    private final Attachments attachments;

    BugLinks(Service service, Addresses addresses, Attachments attachments) {
        this.service = service;
        this.addresses = addresses;
        this.attachments = attachments;
    }

    /** Adds the bug to those that the result has, which a change would replace. */
    void associate(String runId, String resultId, int bug, Versions versions) throws NotDeliveredException {
        Reply result = service.send(Call.get(
                "look which bugs a test result has",
                addresses.result(runId, resultId, "detailsToInclude", "WorkItems"),
                versions.results()));
        Set<String> bugs = new LinkedHashSet<>();
        result.json().get("associatedBugs").items().stream()
                .map(Reply::id)
                .flatMap(Optional::stream)
                .forEach(bugs::add);
        if (bugs.add(String.valueOf(bug))) {
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("id", Long.valueOf(resultId));
            change.put("associatedBugs", bugs.stream().map(Reference::new).toList());
            service.send(Call.patch(
                    "name the bug of a test result",
                    addresses.results(runId),
                    versions.results(),
                    Json.write(List.of(change))));
        }
    }

    /** Attaches the text to the result, unless it is there. */
    void note(String runId, String resultId, int bug, String listing, Versions versions) throws NotDeliveredException {
        Text text = new Text(listing);
        Attachment file = new Attachment(
                bug, 1, 1, "bug-" + bug + ".txt", AttachmentType.BUG_FILING_DATA, Texts.sha256(listing), text.size());
        attachments.attach(new AttachmentOwner(runId, resultId, null), file, text, true, versions);
    }

    private record Text(String text) implements Content {

        @Override
        public long size() {
            return bytes().length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes());
        }

        private byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
