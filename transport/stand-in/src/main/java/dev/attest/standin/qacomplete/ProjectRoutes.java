package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.qacomplete.QaCompleteApi.RouteDefinition;
import dev.attest.standin.qacomplete.Users.Right;
import dev.attest.standin.store.EntityStore.EntityRow;
import io.javalin.http.HandlerType;
import java.util.Set;

/** Projects. Their ids are text. */
final class ProjectRoutes {

    void addTo(QaCompleteApi api) {
        var versions = Set.of("v1");
        api.add(new RouteDefinition(HandlerType.GET, versions, "/projects", Right.READ, true, ""), this::list);
        api.add(new RouteDefinition(HandlerType.GET, versions, "/projects/{project}", Right.READ, true, ""), this::one);
    }

    private void list(QaCompleteCall call) {
        var all = call.store().entities().of(EntityKind.PROJECTS).stream()
                .map(ProjectRoutes::view)
                .toList();
        ListReply.reply(call, all);
    }

    private void one(QaCompleteCall call) {
        var row = call.store().entities().find(EntityKind.PROJECTS, call.project());
        call.reply(row.map(ProjectRoutes::view).orElseThrow(QaCompleteErrors::denied));
    }

    private static ObjectNode view(EntityRow row) {
        return QaCompleteJson.stored(row.document()).put("id", String.valueOf(row.id()));
    }
}
