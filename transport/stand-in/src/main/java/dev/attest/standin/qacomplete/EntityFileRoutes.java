package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.qacomplete.Users.Right;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.EntityFileStore.EntityFileRow;
import dev.attest.standin.store.EntityStore.EntityRow;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files of releases, bugs, requirements, tests, test sets and steps. */
final class EntityFileRoutes {

    private static final int LONGEST_TITLE = 255;

    void addTo(QaCompleteApi api) {
        var v1 = Set.of("v1");
        var files = "/{code}/{entity}/files";
        api.documented(
                HandlerType.POST,
                v1,
                files,
                Right.UPDATE,
                "Assumed: the largest size and the answer to larger files.",
                this::add);
        api.documented(HandlerType.GET, v1, files, Right.READ, "Assumed: the list has ids.", this::list);
        api.documented(
                HandlerType.GET,
                v1,
                files + "/{file}",
                Right.READ,
                "Shows the description of the file, not its bytes.",
                call -> call.reply(single(call, file(call))));
        api.documented(HandlerType.PUT, v1, files + "/{file}", Right.UPDATE, "", this::replace);
        api.documented(HandlerType.PATCH, v1, files + "/{file}", Right.UPDATE, "Title and Comments.", this::describe);
        api.documented(HandlerType.DELETE, v1, files + "/{file}", Right.UPDATE, "", call -> {
            call.store().files().delete(file(call));
            call.replyNothing();
        });
    }

    private static EntityRow entity(QaCompleteCall call) {
        return EntityKind.of(call.path("code")).find(call, call.id("entity"));
    }

    private static EntityFileRow file(QaCompleteCall call) {
        var entity = entity(call);
        return call.store()
                .files()
                .find(call.id("file"))
                .filter(row -> row.code().equals(entity.code()) && row.entityId() == entity.id())
                .orElseThrow(QaCompleteErrors::notFound);
    }

    private void list(QaCompleteCall call) {
        var entity = entity(call);
        ListReply.reply(call, call.store().files().of(entity.code(), entity.id()), row -> listed(call, row));
    }

    private void add(QaCompleteCall call) throws IOException {
        var entity = entity(call);
        var draft = call.store().files().draft();
        try (var body = MultipartBody.of(call)) {
            requireSameIds(body, entity);
            var file = body.file(draft);
            var title = title(word(call, body, "Title"), file.fileName(), call);
            var comments = word(call, body, "Comments").orElse("");
            call.reply(single(
                    call,
                    call.store()
                            .files()
                            .add(entity.code(), entity.id(), call.user().id(), title, comments, file)));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void replace(QaCompleteCall call) throws IOException {
        var row = file(call);
        var draft = call.store().files().draft();
        try (var body = MultipartBody.of(call)) {
            var title = word(call, body, "Title").orElseThrow(() -> QaCompleteErrors.invalid("Title is required."));
            var comments = word(call, body, "Comments").orElse(row.comments());
            var named = row.named(checked(title), comments);
            call.store().files().replace(row, body.file(draft));
            call.reply(single(
                    call, call.store().files().describe(named, call.user().id())));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void describe(QaCompleteCall call) throws IOException {
        var row = file(call);
        var fields = BodyProperties.of(call, List.of("Title", "Comments"));
        var named = row.named(
                checked(fields.text("Title").orElse(row.title())),
                fields.text("Comments").orElse(row.comments()));
        call.reply(single(call, call.store().files().describe(named, call.user().id())));
    }

    /** The body may repeat the ids of the path. They must be the same. */
    private static void requireSameIds(MultipartBody body, EntityRow entity) {
        var code = body.text("EntityCode").orElse(entity.code());
        var id = body.text("EntityId").orElse(String.valueOf(entity.id()));
        var project = body.text("ProjectId").orElse(String.valueOf(entity.project()));
        if (!code.equalsIgnoreCase(entity.code())
                || !id.equals(String.valueOf(entity.id()))
                || !project.equals(String.valueOf(entity.project()))) {
            throw QaCompleteErrors.invalid(
                    "The body names " + code + " " + id + " of project " + project + ", and the address another.");
        }
    }

    private static Optional<String> word(QaCompleteCall call, MultipartBody body, String name) {
        return body.text(name)
                .or(() -> call.holds(Assumption.QAC_TITLE_IN_QUERY)
                        ? Optional.ofNullable(call.query(name))
                        : Optional.empty());
    }

    private static String title(Optional<String> given, String fileName, QaCompleteCall call) {
        if (given.isPresent() && !given.get().isEmpty()) {
            return checked(given.get());
        }
        if (!call.holds(Assumption.QAC_TITLE_FROM_FILE)) {
            throw QaCompleteErrors.invalid("Title is required.");
        }
        return checked(fileName);
    }

    private static String checked(String title) {
        if (title.length() > LONGEST_TITLE) {
            throw new Refusal(500, "SqlException", "String or binary data would be truncated.");
        }
        return title;
    }

    /** Shows one file. That this reply has no id is assumed. */
    private static ObjectNode single(QaCompleteCall call, EntityFileRow row) {
        return view(call, row, !call.holds(Assumption.QAC_FILE_WITHOUT_ID));
    }

    /** Shows a file in a list. It has an id there, as a client could not address the file otherwise. */
    private static ObjectNode listed(QaCompleteCall call, EntityFileRow row) {
        return view(call, row, true);
    }

    private static ObjectNode view(QaCompleteCall call, EntityFileRow row, boolean id) {
        var view = QaCompleteJson.object();
        if (id) {
            view.put("id", row.id());
        }
        return view.put("attachment_type_code", "File")
                .put("file_name", row.file().fileName())
                .put("title", row.title())
                .put("comments", row.comments())
                .put("date_created", QaCompleteDates.of(row.createdAt()))
                .put("date_updated", QaCompleteDates.of(row.updatedAt()))
                .put("entity_code", row.code())
                .put("entity_id", row.entityId())
                .put("update_user_id", String.valueOf(row.userId()))
                .put("user_name", call.users().name(row.userId()));
    }
}
