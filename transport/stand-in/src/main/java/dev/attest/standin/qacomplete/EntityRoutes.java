package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.qacomplete.Users.Right;
import dev.attest.standin.store.EntityStore.EntityRow;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;

/** Lists entities, and shows single ones. */
final class EntityRoutes {

    void addTo(QaCompleteApi api) {
        var both = Set.of("v1", "v2");
        api.documented(
                HandlerType.GET,
                both,
                "/{code}",
                Right.READ,
                "Documented for Tests and Releases at v1. Assumed: the other kinds, and the properties.",
                call -> ListReply.reply(call, all(call, code(call))));
        api.documented(
                HandlerType.GET,
                both,
                "/{code}/{entity}",
                Right.READ,
                "",
                call -> call.reply(view(code(call).find(call, call.id("entity")))));
    }

    private static EntityKind code(QaCompleteCall call) {
        var code = EntityKind.of(call.path("code"));
        call.requireVersion(code.versions());
        return code;
    }

    static List<ObjectNode> all(QaCompleteCall call, EntityKind code) {
        return call.store().entities().of(code.code(), call.project()).stream()
                .map(EntityRoutes::view)
                .toList();
    }

    static ObjectNode view(EntityRow row) {
        var view = QaCompleteJson.stored(row.document());
        view.remove(List.of("automations", "tests"));
        return view;
    }
}
