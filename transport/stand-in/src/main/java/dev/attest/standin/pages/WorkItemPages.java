package dev.attest.standin.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.ResultStore.ResultRow;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.WorkItemStore.WorkItemRow;
import dev.attest.standin.store.WorkItemStore.WorkItemUpdateRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what the pages of work items show. */
final class WorkItemPages {

    private static final int ITEMS = 100;
    private static final Set<String> IN_HEAD =
            Set.of("System.Title", "System.State", "System.Tags", "System.History", "System.CommentCount");
    /** Fields that hold HTML. */
    private static final Set<String> MARKUP = Set.of(
            "System.Description",
            "Microsoft.VSTS.TCM.ReproSteps",
            "Microsoft.VSTS.TCM.SystemInfo",
            "Microsoft.VSTS.Common.AcceptanceCriteria");

    private static final Pattern FILE = Pattern.compile("(?i).*/_apis/wit/attachments/([0-9a-f-]{36})(?:\\?.*)?");
    private static final Pattern ITEM = Pattern.compile("(?i).*/_apis/wit/workitems/(\\d{1,9})/?");
    private static final Pattern RESULT =
            Pattern.compile("(?i)vstfs:///TestManagement/TcmResult/(\\d{1,9})\\.(\\d{1,9})");

    private final Store store;
    private final Markup markup;

    WorkItemPages(Store store, Markup markup) {
        this.store = store;
        this.markup = markup;
    }

    WorkItemsPage list(int number) {
        var pager =
                new Pager("/work-items?page=", number, ITEMS, store.workItems().count());
        var lines = store.workItems().latest(pager.skip(), ITEMS).stream()
                .map(WorkItemLine::of)
                .toList();
        return new WorkItemsPage(lines, pager);
    }

    WorkItemPage one(int id) throws IOException {
        var row = store.workItems().find(id).orElseThrow(() -> Refusal.notFound("Work item " + id + " not found."));
        var document = PageText.document(row.document());
        var links = new ArrayList<LinkLine>();
        var files = new ArrayList<AttachmentLine>();
        for (var relation : document.path("relations")) {
            var file = FILE.matcher(relation.path("url").asText());
            if (file.matches()) {
                files.add(file(file.group(1), relation.path("attributes")));
            } else {
                links.add(link(relation));
            }
        }
        var results = store.links().results(id).stream()
                .map(result -> result(result.runId(), result.id(), "Result", ""))
                .toList();
        var history = store.workItems().updates(id).stream().map(this::change).toList();
        return new WorkItemPage(WorkItemLine.of(row), fields(document.path("fields")), links, results, files, history);
    }

    private AttachmentLine file(String id, JsonNode attributes) throws IOException {
        var row = store.files().find(id).orElseThrow(() -> Refusal.notFound("File " + id + " not found."));
        return AttachmentLine.of(
                row.bytes(),
                "/files/" + row.id(),
                attributes.path("name").asText(row.fileName()),
                row.chunked() ? "in chunks" : "at once",
                row.sha256(),
                attributes.path("comment").asText());
    }

    private LinkLine link(JsonNode relation) {
        var kind = kind(relation);
        var url = relation.path("url").asText();
        var comment = PageText.text(relation.path("attributes"), "comment");
        var result = RESULT.matcher(url);
        if (result.matches()) {
            return result(Integer.parseInt(result.group(1)), Integer.parseInt(result.group(2)), kind, comment);
        }
        var item = ITEM.matcher(url);
        return item.matches()
                ? item(Integer.parseInt(item.group(1)), kind, comment)
                : new LinkLine(kind, PageText.visible(url), "", comment, "");
    }

    /** Returns the name of a link that people read, else the last part of its type. */
    private static String kind(JsonNode relation) {
        var name = PageText.text(relation.path("attributes"), "name");
        var type = PageText.text(relation, "rel");
        return name.isEmpty() ? type.substring(type.lastIndexOf('.') + 1) : name;
    }

    private LinkLine item(int id, String kind, String comment) {
        var title = store.workItems()
                .find(id)
                .map(row -> ": " + WorkItemLine.of(row).title())
                .orElse("");
        return new LinkLine(kind, "Work item " + id + title, "/work-items/" + id, comment, "");
    }

    private LinkLine result(int run, int id, String kind, String comment) {
        var row = store.results().find(run, id);
        return new LinkLine(
                kind,
                "Run " + run + ", result " + id
                        + row.map(result -> ": " + PageText.visible(result.title()))
                                .orElse(""),
                "/runs/" + run + "/results/" + id,
                comment,
                row.map(ResultRow::outcome).orElse(""));
    }

    private List<FieldLine> fields(JsonNode fields) {
        return fields.properties().stream()
                .filter(field -> !IN_HEAD.contains(field.getKey()))
                .map(field -> field(field.getKey(), field.getValue()))
                .toList();
    }

    private FieldLine field(String name, JsonNode value) {
        return MARKUP.contains(name) ? FieldLine.markup(name, value, markup) : FieldLine.text(name, value);
    }

    private RevisionLine change(WorkItemUpdateRow row) {
        var document = PageText.document(row.document());
        var fields = document.path("fields").properties().stream()
                .filter(field -> !field.getKey().equals("System.History"))
                .map(field -> field(field.getKey(), field.getValue()))
                .toList();
        return new RevisionLine(
                row.rev(),
                new Moment(row.createdAt()),
                markup.safe(document.path("fields").path("System.History").asText("")),
                fields,
                document.path("added").size(),
                document.path("removed").size());
    }

    /** All work items, last changed first. */
    record WorkItemsPage(List<WorkItemLine> items, Pager pager) {}

    /**
     * One work item with all its details.
     *
     * @param results the results that link to it as their bug
     */
    record WorkItemPage(
            WorkItemLine item,
            List<FieldLine> fields,
            List<LinkLine> links,
            List<LinkLine> results,
            List<AttachmentLine> attachments,
            List<RevisionLine> history) {}

    /** A work item in a list. */
    record WorkItemLine(
            int id, String project, String type, String title, String state, String tags, int rev, Moment changed) {

        static WorkItemLine of(WorkItemRow row) {
            JsonNode fields = PageText.document(row.document()).path("fields");
            return new WorkItemLine(
                    row.id(),
                    row.project(),
                    row.type(),
                    PageText.text(fields, "System.Title"),
                    PageText.text(fields, "System.State"),
                    PageText.text(fields, "System.Tags"),
                    row.rev(),
                    new Moment(row.updatedAt()));
        }

        /** Returns the tags one by one. */
        List<String> tagList() {
            return Arrays.stream(tags.split(";", -1))
                    .map(String::strip)
                    .filter(tag -> !tag.isEmpty())
                    .toList();
        }

        String href() {
            return "/work-items/" + id;
        }
    }

    /**
     * A relation of a work item.
     *
     * @param href a page of this server; empty for other targets, so that no page links to another site
     * @param outcome the outcome of the result that it leads to; empty for other targets
     */
    record LinkLine(String kind, String text, String href, String comment, String outcome) {

        String tone() {
            return PageText.tone(outcome);
        }
    }

    /**
     * The changes of one revision.
     *
     * @param comment safe HTML
     */
    record RevisionLine(int rev, Moment at, String comment, List<FieldLine> fields, int added, int removed) {}
}
