package dev.attest.standin.pages;

import dev.attest.standin.files.ByteRange;
import dev.attest.standin.files.VideoType;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.WorkItemFileStore.WorkItemFileRow;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Serves attachments. A browser shows only raster images and videos, and downloads everything else. */
final class Downloads {

    /** The search of a page keeps the text in memory. */
    private static final int LONGEST_TEXT = 16 << 20;

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

    /** Serves an attachment as the text that a page shows, for the search in it. */
    void serveText(Context context) throws IOException {
        var id = PageText.id(context.pathParam("attachment"));
        var row = store.attachments().find(id).orElseThrow(() -> Refusal.notFound("Attachment " + id + " not found."));
        try (var in = Files.newInputStream(row.bytes())) {
            var text = new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
            guarded(context.contentType("text/plain; charset=utf-8"))
                    .header("Cache-Control", "no-store")
                    .result(PageText.visible(text));
        }
    }

    private static void send(Context context, String fileName, long size, Path bytes) throws IOException {
        var start = FilePreview.start(bytes);
        var shown = FilePreview.imageType(start).or(() -> VideoType.of(start));
        var inline = shown.isPresent() && context.queryParamMap().containsKey("inline");
        var name = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        guarded(context)
                .contentType(inline ? shown.get() : "application/octet-stream")
                .header("Content-Disposition", (inline ? "inline" : "attachment") + "; filename*=UTF-8''" + name)
                .header("Accept-Ranges", "bytes");
        var range = context.header("Range");
        var part = range == null ? Optional.<ByteRange>empty() : ByteRange.of(range, size);
        if (part.isPresent()) {
            context.status(part.get().length() == 0 ? 416 : 206)
                    .header("Content-Range", part.get().contentRange(size));
        }
        var sent = part.orElseGet(() -> new ByteRange(0, size));
        context.header("Content-Length", String.valueOf(sent.length())).result(sent.open(bytes));
    }

    /** The content is that of users: nothing in it runs, and no browser takes it for something else. */
    private static Context guarded(Context context) {
        return context.header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
