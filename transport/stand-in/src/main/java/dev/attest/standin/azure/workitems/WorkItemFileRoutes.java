package dev.attest.standin.azure.workitems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.FileNames;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Urls;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.WorkItemFileStore;
import dev.attest.standin.store.WorkItemFileStore.WorkItemFileRow;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Files of work items, sent whole or in chunks. A work item refers to its files by relations. */
final class WorkItemFileRoutes {

    private static final String FILES = "/_apis/wit/attachments";

    /** The documented limit of a file that is sent whole. */
    private static final long AT_ONCE = 130L << 20;

    private final WorkItemFileStore files;
    private final long limit;

    WorkItemFileRoutes(WorkItemFileStore files, long limit) {
        this.files = files;
        this.limit = limit;
    }

    void addTo(AzureRoutes routes) {
        for (var base : AzureRoutes.BASES) {
            routes.add(
                    HandlerType.POST,
                    base + FILES,
                    ApiResource.FILES,
                    "The status of a file that is too large (400) is assumed.",
                    this::create);
            routes.add(
                    HandlerType.PUT,
                    base + FILES + "/{file}",
                    ApiResource.FILES,
                    "The status of a chunk out of its place (400) is assumed.",
                    this::chunk);
            routes.add(HandlerType.GET, base + FILES + "/{file}", ApiResource.FILES, "", this::download);
        }
    }

    private void create(AzureCall call) throws IOException {
        var name = call.query("fileName");
        if (name != null) {
            FileNames.checked(name);
        }
        var type = call.query("uploadType");
        var id = chunked(type) ? register(call, name) : simple(call, name);
        call.reply(201, reference(call, id, name));
    }

    private static boolean chunked(@Nullable String type) {
        if (type == null || type.isEmpty() || type.equalsIgnoreCase("simple")) {
            return false;
        }
        if (type.equalsIgnoreCase("chunked")) {
            return true;
        }
        throw new Refusal(400, "ArgumentException", "\"" + type + "\" is not a value of uploadType.");
    }

    private String register(AzureCall call, @Nullable String name) throws IOException {
        WorkItemFileUpload.skip(call);
        return files.register(name == null ? "" : name);
    }

    private String simple(AzureCall call, @Nullable String name) throws IOException {
        var most = Math.min(limit, AT_ONCE);
        return WorkItemFileUpload.receive(call, files, most, (file, size, sha256) -> {
            if (size > most) {
                throw WorkItemFileUpload.tooLarge();
            }
            return files.add(name == null ? "" : name, size, sha256, file);
        });
    }

    private void chunk(AzureCall call) throws IOException {
        var row = find(call, true);
        var range = ContentRange.parse(call.raw().header("Content-Range"));
        if (range.total() > limit) {
            throw WorkItemFileUpload.tooLarge();
        }
        var changed = WorkItemFileUpload.receive(call, files, range.length(), (file, size, sha256) -> {
            if (size != range.length()) {
                throw misplaced("The chunk has " + size + " bytes, and its range, " + range + ", another number.");
            }
            return repeated(call, row.id(), range)
                    ? row
                    : files.append(row.id(), file, range.total(), known -> check(known, range))
                            .orElseThrow(() -> missing(row.id()));
        });
        call.reply(changed.complete() ? 200 : 201, reference(call, row.id(), call.query("fileName")));
    }

    private boolean repeated(AzureCall call, String id, ContentRange range) {
        var row = files.find(id).orElseThrow(() -> missing(id));
        return !call.policy().holds(Assumption.CHUNKS_ONCE)
                && row.total() == range.total()
                && row.lastStart() == range.start()
                && row.received() == range.end();
    }

    private static void check(WorkItemFileRow row, ContentRange range) {
        if (row.complete()) {
            throw misplaced("The file is complete: it takes no chunk with " + range + ".");
        }
        if (row.total() != 0 && row.total() != range.total()) {
            throw misplaced("The chunk with " + range + " is one of another file: this has " + row.total() + " bytes.");
        }
        if (row.received() != range.start()) {
            throw misplaced("The chunk with " + range + " is not the next: " + row.received() + " bytes are there.");
        }
    }

    private static Refusal misplaced(String message) {
        return new Refusal(400, "", message);
    }

    private void download(AzureCall call) throws IOException {
        var row = find(call, false);
        var named = call.query("fileName");
        var name = named == null ? row.fileName() : named;
        call.raw()
                .contentType("application/octet-stream")
                .header("Content-Length", String.valueOf(row.received()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Disposition",
                        "attachment" + (name.isEmpty() ? "" : "; filename*=UTF-8''" + Urls.segment(name)))
                .result(bytes(row));
    }

    private static InputStream bytes(WorkItemFileRow row) throws IOException {
        return Files.newInputStream(row.bytes());
    }

    private WorkItemFileRow find(AzureCall call, boolean inChunks) {
        var id = call.path("file").toLowerCase(Locale.ROOT);
        return files.find(id)
                .filter(row -> inChunks ? row.chunked() : row.complete())
                .orElseThrow(() -> missing(id));
    }

    private static Refusal missing(String id) {
        return new Refusal(404, "AttachmentNotFoundException", "The attachment " + id + " does not exist.");
    }

    private static ObjectNode reference(AzureCall call, String id, @Nullable String name) {
        var url = call.base() + FILES + "/" + id + (name == null ? "" : "?fileName=" + Urls.segment(name));
        return Json.object().put("id", id).put("url", url);
    }
}
