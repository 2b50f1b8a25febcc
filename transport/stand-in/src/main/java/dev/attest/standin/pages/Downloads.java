package dev.attest.standin.pages;

import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.WorkItemFileStore.WorkItemFileRow;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Serves attachments. A browser shows only raster images and downloads everything else. */
final class Downloads {

    private final Store store;

    Downloads(Store store) {
        this.store = store;
    }

    void serve(Context context) throws IOException {
        var id = PageText.id(context.pathParam("attachment"));
        var row = store.attachments().find(id).orElseThrow(() -> Refusal.notFound("Attachment " + id + " not found."));
        send(context, row.fileName(), row.size(), row.bytes());
    }

    /** Serves a file of a work item. */
    void serveFile(Context context) throws IOException {
        var id = context.pathParam("file");
        var row = store.files()
                .find(id)
                .filter(WorkItemFileRow::complete)
                .orElseThrow(() -> Refusal.notFound("File " + id + " not found."));
        send(context, row.fileName(), Files.size(row.bytes()), row.bytes());
    }

    /** Serves a file of an entity in QAComplete. */
    void serveEntityFile(Context context) throws IOException {
        var id = PageText.id(context.pathParam("file"));
        var row = store.qaComplete().files().find(id).orElseThrow(() -> Refusal.notFound("File " + id + " not found."));
        send(context, row.file().fileName(), row.file().size(), row.file().bytes());
    }

    /** Serves the log or the report of an item of a run in QAComplete. */
    void serveOutput(Context context) throws IOException {
        var id = PageText.id(context.pathParam("item"));
        var file = store.qaComplete()
                .outputs()
                .find(id, context.pathParam("kind"))
                .orElseThrow(() -> Refusal.notFound("The item " + id + " has no such file."));
        send(context, file.fileName(), file.size(), file.bytes());
    }

    private static void send(Context context, String fileName, long size, Path bytes) throws IOException {
        var image = FilePreview.imageType(FilePreview.start(bytes));
        var inline = image.isPresent() && context.queryParamMap().containsKey("inline");
        var name = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        context.contentType(inline ? image.get() : "application/octet-stream")
                .header("Content-Disposition", (inline ? "inline" : "attachment") + "; filename*=UTF-8''" + name)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Length", String.valueOf(size))
                .result(Files.newInputStream(bytes));
    }
}
