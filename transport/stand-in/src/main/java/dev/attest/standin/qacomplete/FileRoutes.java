package dev.attest.standin.qacomplete;

import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.EntityFileRow;
import dev.attest.standin.store.EntityRow;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files of releases, bugs, requirements, tests, test sets and steps. */
final class FileRoutes {

    private static final int LONGEST_TITLE = 255;

    void addTo(QaCompleteApi api) {
        var v1 = Set.of("v1");
        var files = "/{code}/{entity}/files";
        api.documented(
                HandlerType.POST, v1, files, Right.UPDATE, "The largest size and its answer are assumed.", this::add);
        api.documented(HandlerType.GET, v1, files, Right.READ, "That the list has ids is assumed.", this::list);
        api.documented(
                HandlerType.GET,
                v1,
                files + "/{file}",
                Right.READ,
                "Describes the file; not its bytes.",
                call -> call.reply(FileView.one(call, file(call))));
        api.documented(HandlerType.PUT, v1, files + "/{file}", Right.UPDATE, "", this::replace);
        api.documented(HandlerType.PATCH, v1, files + "/{file}", Right.UPDATE, "Title and Comments.", this::describe);
        api.documented(HandlerType.DELETE, v1, files + "/{file}", Right.UPDATE, "", call -> {
            call.store().files().delete(file(call));
            call.replyNothing();
        });
    }

    private static EntityRow entity(Call call) {
        return EntityCode.of(call.path("code")).find(call, call.id("entity"));
    }

    private static EntityFileRow file(Call call) {
        var entity = entity(call);
        return call.store()
                .files()
                .find(call.id("file"))
                .filter(row -> row.code().equals(entity.code()) && row.entityId() == entity.id())
                .orElseThrow(Refusals::notThere);
    }

    private void list(Call call) {
        var entity = entity(call);
        Listing.reply(call, call.store().files().of(entity.code(), entity.id()), row -> FileView.line(call, row));
    }

    private void add(Call call) throws IOException {
        var entity = entity(call);
        var draft = call.store().files().draft();
        try (var body = MultipartBody.of(call)) {
            requireSameIds(body, entity);
            var file = body.file(draft);
            var title = title(word(call, body, "Title"), file.fileName(), call);
            var comments = word(call, body, "Comments").orElse("");
            call.reply(FileView.one(
                    call,
                    call.store()
                            .files()
                            .add(entity.code(), entity.id(), call.user().id(), title, comments, file)));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void replace(Call call) throws IOException {
        var row = file(call);
        var draft = call.store().files().draft();
        try (var body = MultipartBody.of(call)) {
            var title = word(call, body, "Title").orElseThrow(() -> Refusals.bad("Title is required."));
            var comments = word(call, body, "Comments").orElse(row.comments());
            var named = row.named(checked(title), comments);
            call.store().files().replace(row, body.file(draft));
            call.reply(FileView.one(
                    call, call.store().files().describe(named, call.user().id())));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void describe(Call call) throws IOException {
        var row = file(call);
        var fields = Fields.of(call, List.of("Title", "Comments"));
        var named = row.named(
                checked(fields.text("Title").orElse(row.title())),
                fields.text("Comments").orElse(row.comments()));
        call.reply(FileView.one(
                call, call.store().files().describe(named, call.user().id())));
    }

    /** The ids may be parts of the body as well, and then they are those of the address. */
    private static void requireSameIds(MultipartBody body, EntityRow entity) {
        var code = body.text("EntityCode").orElse(entity.code());
        var id = body.text("EntityId").orElse(String.valueOf(entity.id()));
        var project = body.text("ProjectId").orElse(String.valueOf(entity.project()));
        if (!code.equalsIgnoreCase(entity.code())
                || !id.equals(String.valueOf(entity.id()))
                || !project.equals(String.valueOf(entity.project()))) {
            throw Refusals.bad(
                    "The body names " + code + " " + id + " of project " + project + ", and the address another.");
        }
    }

    private static Optional<String> word(Call call, MultipartBody body, String name) {
        return body.text(name)
                .or(() -> call.holds(Assumption.QAC_TITLE_IN_QUERY)
                        ? Optional.ofNullable(call.query(name))
                        : Optional.empty());
    }

    private static String title(Optional<String> given, String fileName, Call call) {
        if (given.isPresent() && !given.get().isEmpty()) {
            return checked(given.get());
        }
        if (!call.holds(Assumption.QAC_TITLE_FROM_FILE)) {
            throw Refusals.bad("Title is required.");
        }
        return checked(fileName);
    }

    private static String checked(String title) {
        if (title.length() > LONGEST_TITLE) {
            throw new Refusal(500, "SqlException", "String or binary data would be truncated.");
        }
        return title;
    }
}
