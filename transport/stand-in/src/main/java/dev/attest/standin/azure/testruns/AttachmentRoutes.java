package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Urls;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.AttachmentStore.AttachmentOwner;
import dev.attest.standin.store.AttachmentStore.AttachmentRow;
import dev.attest.standin.store.Store;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.function.Function;

/** Attachments of runs, results and sub-results. */
final class AttachmentRoutes {

    private static final String FILES = "/attachments";
    private static final String FILE = "/{attachment}";
    private static final String DELETED = "The status of a deleted attachment (204) is assumed.";

    private final Store store;

    AttachmentRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureRoutes routes, RunArea area) {
        add(
                routes,
                area.runPath() + FILES,
                area.runFiles(),
                "",
                call -> AttachmentOwner.run(RunRoutes.run(store, call).id()));
        add(
                routes,
                area.resultPath() + FILES,
                area.resultFiles(),
                "testSubResultId names a sub-result. The refusal of unknown types is assumed.",
                this::resultOrSubResult);
        if (area.deletesFiles()) {
            addDeletion(routes, area);
        }
    }

    private void addDeletion(AzureRoutes routes, RunArea area) {
        routes.add(
                HandlerType.DELETE,
                area.runPath() + FILES + FILE,
                area.runFiles(),
                DELETED,
                call -> delete(
                        call, AttachmentOwner.run(RunRoutes.run(store, call).id())));
        routes.add(
                HandlerType.DELETE,
                area.resultPath() + FILES + FILE,
                area.resultFiles(),
                DELETED,
                call -> delete(call, resultOrSubResult(call)));
    }

    private void add(
            AzureRoutes routes,
            String path,
            ApiResource resource,
            String note,
            Function<AzureCall, AttachmentOwner> owner) {
        routes.add(HandlerType.POST, path, resource, note, call -> create(call, owner.apply(call)));
        routes.add(HandlerType.GET, path, resource, "", call -> list(call, owner.apply(call)));
        routes.add(HandlerType.GET, path + FILE, resource, "", call -> download(call, owner.apply(call)));
    }

    private AttachmentOwner resultOrSubResult(AzureCall call) {
        var run = RunRoutes.run(store, call);
        var result = ResultRoutes.result(store, call, run);
        var sub = call.number("testSubResultId", 0);
        if (sub != 0 && !store.subResults().exists(run.id(), result.id(), sub)) {
            throw Refusal.notFound("Test sub-result " + sub + " of test result " + result.id() + " not found.");
        }
        return new AttachmentOwner(run.id(), result.id(), sub);
    }

    private void create(AzureCall call, AttachmentOwner owner) throws IOException {
        var attachments = store.attachments();
        var draft = AttachmentUpload.receive(call.body(), owner, attachments.draft());
        int id = attachments.add(draft).orElseThrow(() -> RunRoutes.missing(owner.runId()));
        call.reply(Json.object().put("id", id).put("url", url(call, owner, id)));
    }

    private void list(AzureCall call, AttachmentOwner owner) {
        var values = Json.array();
        store.attachments().of(owner).forEach(row -> values.add(view(call, row)));
        call.reply(Json.list(values));
    }

    private ObjectNode view(AzureCall call, AttachmentRow row) {
        var type =
                row.type().substring(0, 1).toLowerCase(Locale.ROOT) + row.type().substring(1);
        return Json.object()
                .put("createdDate", AzureDates.write(row.createdAt()))
                .put("url", url(call, row.owner(), row.id()))
                .put("id", row.id())
                .put("fileName", row.fileName())
                .put("comment", row.comment())
                .put("attachmentType", type)
                .put("size", row.size());
    }

    private String url(AzureCall call, AttachmentOwner owner, int id) {
        var run = Urls.run(call.collection(), call.project(), owner.runId());
        return run + (owner.resultId() == 0 ? "" : "/Results/" + owner.resultId()) + "/Attachments/" + id;
    }

    private AttachmentRow find(AzureCall call, AttachmentOwner owner) {
        var id = call.id("attachment", "Attachment");
        return store.attachments()
                .find(id)
                .filter(found -> found.owner().equals(owner))
                .orElseThrow(() -> Refusal.notFound("Attachment " + id + " not found."));
    }

    private void delete(AzureCall call, AttachmentOwner owner) throws IOException {
        store.attachments().delete(find(call, owner));
        call.raw().status(204);
    }

    private void download(AzureCall call, AttachmentOwner owner) throws IOException {
        var row = find(call, owner);
        call.raw()
                .contentType("application/octet-stream")
                .header("Content-Length", String.valueOf(row.size()))
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + Urls.segment(row.fileName()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .result(Files.newInputStream(row.bytes()));
    }
}
