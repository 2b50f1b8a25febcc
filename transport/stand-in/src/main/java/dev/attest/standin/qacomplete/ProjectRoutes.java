package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.qacomplete.QaCompleteApi.Line;
import dev.attest.standin.store.EntityRow;
import io.javalin.http.HandlerType;
import java.util.Set;

/** Projects, whose ids are text. */
final class ProjectRoutes {

    void addTo(QaCompleteApi api) {
        var versions = Set.of("v1");
        api.add(new Line(HandlerType.GET, versions, "/projects", Right.READ, true, ""), this::list);
        api.add(new Line(HandlerType.GET, versions, "/projects/{project}", Right.READ, true, ""), this::one);
    }

    private void list(Call call) {
        var all = call.store().entities().of(EntityCode.PROJECTS).stream()
                .map(ProjectRoutes::view)
                .toList();
        Listing.reply(call, all);
    }

    private void one(Call call) {
        var row = call.store().entities().find(EntityCode.PROJECTS, call.project());
        call.reply(row.map(ProjectRoutes::view).orElseThrow(Refusals::denied));
    }

    private static ObjectNode view(EntityRow row) {
        return Documents.stored(row.document()).put("id", String.valueOf(row.id()));
    }
}
