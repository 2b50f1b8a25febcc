package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.Assumption;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reply with one page of a list:
 *
 * <pre>
 * {"metadata":{"result_set":{"count":2,"offset":0,"limit":25,"total":2},"permissions":{"acl":7}},"results":[..]}
 * </pre>
 *
 * With a limit of 0 the reply has only the metadata.
 */
final class ListReply {

    private static final int DEFAULT = 25;
    private static final int MOST = 1000;

    private ListReply() {}

    static void reply(QaCompleteCall call, List<ObjectNode> all) {
        reply(call, all, call.query("Filter"));
    }

    static void reply(QaCompleteCall call, List<ObjectNode> all, @Nullable String filter) {
        if (filter == null || filter.isBlank()) {
            reply(call, all, Function.identity());
            return;
        }
        var condition = Filter.of(filter, call.policy());
        reply(call, all.stream().filter(condition).toList(), Function.identity());
    }

    /** Replies with one page. Only the rows of that page are converted to JSON. */
    static <T> void reply(QaCompleteCall call, List<T> rows, Function<T, ObjectNode> view) {
        var offset = call.number("offset", 0);
        var asked = call.number("limit", DEFAULT);
        var limit = call.holds(Assumption.QAC_LIMIT_OF_1000) ? Math.min(MOST, asked) : asked;
        var page = rows.stream().skip(offset).limit(limit).toList();
        var body = QaCompleteJson.object();
        var metadata = body.putObject("metadata");
        metadata.putObject("result_set")
                .put("count", page.size())
                .put("offset", offset)
                .put("limit", limit)
                .put("total", rows.size());
        metadata.putObject("permissions").put("acl", call.user().acl());
        if (limit > 0) {
            var results = body.putArray("results");
            page.forEach(row -> results.add(view.apply(row)));
        }
        call.reply(body);
    }
}
