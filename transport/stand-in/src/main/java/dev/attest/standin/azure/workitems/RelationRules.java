package dev.attest.standin.azure.workitems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks the relations of work items. A relation names a complete file ({@code AttachedFile}), an existing work item
 * (such as {@code Microsoft.VSTS.Common.TestedBy-Forward}), a URL ({@code Hyperlink}) or an artifact of the service
 * ({@code ArtifactLink}).
 */
final class RelationRules {

    static final String FILE = "AttachedFile";

    private static final int FILES = 100;
    private static final int LINKS = 1000;
    private static final Pattern FILE_URL =
            Pattern.compile("(?i)https?://.+/_apis/wit/attachments/([0-9a-f-]{36})(?:\\?.*)?");
    private static final Pattern ITEM_URL = Pattern.compile("(?i)https?://.+/_apis/wit/workitems/(\\d{1,9})/?");
    private static final Pattern LINK = Pattern.compile(
            "(System\\.LinkTypes\\.Related)"
                    + "|((?:System\\.LinkTypes\\.(?:Hierarchy|Dependency|Duplicate)|Microsoft\\.VSTS\\.Common\\.TestedBy)-)(Forward|Reverse)");

    private final Store store;

    RelationRules(Store store) {
        this.store = store;
    }

    /** Checks a relation, and returns it in its stored form. */
    ObjectNode checked(int self, JsonNode value) {
        var asked = Json.objectIn(value, "value");
        var rel = required(asked, "rel");
        var url = required(asked, "url");
        var given = Json.field(asked, "attributes");
        var attributes = given == null || given.isNull()
                ? Json.object()
                : Json.objectIn(given, "attributes").deepCopy();
        switch (rel) {
            case FILE -> describe(url, attributes);
            case "Hyperlink" -> {}
            case "ArtifactLink" -> checkArtifact(url, attributes);
            default -> checkLink(self, rel, url);
        }
        var kept = Json.object().put("rel", rel).put("url", url);
        kept.set("attributes", attributes);
        return kept;
    }

    private static String required(ObjectNode relation, String name) {
        var text = Json.text(relation, name);
        if (text == null || text.isBlank()) {
            throw refused("The relation needs its " + name + ".");
        }
        return text;
    }

    private void describe(String url, ObjectNode attributes) {
        var id = fileId(url).orElseThrow(() -> refused("\"" + url + "\" is not the address of an attachment."));
        var file = store.files()
                .find(id)
                .orElseThrow(() ->
                        new Refusal(404, "AttachmentNotFoundException", "The attachment " + id + " does not exist."));
        if (!file.complete()) {
            throw refused("The attachment " + id + " is not complete: " + file.received() + " bytes of it are there.");
        }
        if (!attributes.has("name")) {
            attributes.put("name", file.fileName());
        }
        attributes
                .put("resourceSize", file.received())
                .put("resourceCreatedDate", AzureDates.write(file.createdAt()))
                .put("resourceModifiedDate", AzureDates.write(file.createdAt()));
    }

    /** Returns the id of the file with this URL. */
    static Optional<String> fileId(String url) {
        var match = FILE_URL.matcher(url);
        return match.matches() ? Optional.of(match.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static void checkArtifact(String url, ObjectNode attributes) {
        if (!url.startsWith("vstfs:///") || Json.text(attributes, "name") == null) {
            throw refused("An ArtifactLink has the address of an artifact (vstfs:///..) and a name in its attributes.");
        }
    }

    private void checkLink(int self, String rel, String url) {
        if (!LINK.matcher(rel).matches()) {
            throw refused("\"" + rel + "\" is not a kind of relation.");
        }
        var match = ITEM_URL.matcher(url);
        if (!match.matches() || Integer.parseInt(match.group(1)) == self) {
            throw refused("\"" + url + "\" is not the address of another work item.");
        }
        var other = Integer.parseInt(match.group(1));
        if (store.workItems().find(other).isEmpty()) {
            throw WorkItemRoutes.missing(other);
        }
    }

    static boolean same(JsonNode one, JsonNode other) {
        return one.get("rel").equals(other.get("rel"))
                && target(one.get("url").asText())
                        .equals(target(other.get("url").asText()));
    }

    private static String target(String url) {
        return fileId(url).orElse(url);
    }

    /** Refuses too many files or links. */
    static void checkNumber(ArrayNode relations) {
        var files = 0;
        for (var relation : relations) {
            files += relation.get("rel").asText().equals(FILE) ? 1 : 0;
        }
        if (files > FILES) {
            throw new Refusal(
                    400,
                    "WorkItemAttachmentLimitException",
                    "The work item cannot be saved: it has more than " + FILES + " attachments.");
        }
        if (relations.size() - files > LINKS) {
            throw new Refusal(
                    400,
                    "WorkItemLinksLimitExceededException",
                    "The work item cannot be saved: it has more than " + LINKS + " links.");
        }
    }

    static Refusal refused(String message) {
        return new Refusal(400, "WorkItemResourceLinkException", message);
    }
}
