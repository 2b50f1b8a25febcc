package dev.attest.standin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.rules.Resource;
import io.javalin.http.HandlerType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The query for the test points of test cases. The stand-in has no test plans, so that no test case has a point: what the
 * service answers then is the query itself with no points, and not an error.
 */
final class PointRoutes {

    void addTo(AzureApi api) {
        api.documented(
                HandlerType.POST,
                "/{collection}/{project}/_apis/test/points",
                Resource.POINTS_QUERY,
                "There are no test plans: no case has a point.",
                this::query);
    }

    private void query(Call call) throws IOException {
        var query = call.object("query");
        var filter = Json.objectIn(orNothing(Json.field(query, "pointsFilter")), "pointsFilter");
        requireIds(Json.field(filter, "testcaseIds"));
        var answer = Json.object();
        answer.set("pointsFilter", filter);
        answer.set("points", Json.array());
        call.reply(answer);
    }

    private static void requireIds(@Nullable JsonNode ids) {
        if (ids == null) {
            return;
        }
        if (!(ids instanceof ArrayNode)) {
            throw Refusal.property("testcaseIds", "The ids of test cases must be an array.");
        }
        for (var id : ids) {
            if (!id.isInt()) {
                throw Refusal.property("testcaseIds", "The id of a test case must be a whole number, not " + id + ".");
            }
        }
    }

    private static JsonNode orNothing(@Nullable JsonNode node) {
        return node == null ? Json.array() : node;
    }
}
