package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.store.EntityRow;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;

/** Lists of entities, and single ones. */
final class EntityRoutes {

    void addTo(QaCompleteApi api) {
        var both = Set.of("v1", "v2");
        api.documented(
                HandlerType.GET,
                both,
                "/{code}",
                Right.READ,
                "Tests and Releases at v1; for the others, and for what these have, no document says.",
                call -> Listing.reply(call, all(call, code(call))));
        api.documented(
                HandlerType.GET,
                both,
                "/{code}/{entity}",
                Right.READ,
                "",
                call -> call.reply(view(code(call).find(call, call.id("entity")))));
    }

    private static EntityCode code(Call call) {
        var code = EntityCode.of(call.path("code"));
        call.requireVersion(code.versions());
        return code;
    }

    static List<ObjectNode> all(Call call, EntityCode code) {
        return call.store().entities().of(code.code(), call.project()).stream()
                .map(EntityRoutes::view)
                .toList();
    }

    static ObjectNode view(EntityRow row) {
        var view = Documents.stored(row.document());
        view.remove(List.of("automations", "tests"));
        return view;
    }
}
