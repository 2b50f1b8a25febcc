package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.qacomplete.Users.Right;
import dev.attest.standin.qacomplete.Users.User;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.QaCompletePolicy;
import dev.attest.standin.store.QaCompleteStore;
import io.javalin.http.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An admitted request: its user, its parameters, and its reply. */
record QaCompleteCall(
        Context context, Policy policy, QaCompletePolicy qaComplete, QaCompleteStore store, Users users, User user) {

    boolean holds(Assumption assumption) {
        return policy.holds(assumption);
    }

    /** Returns the project in the path. */
    int project() {
        var text = path("project");
        var id = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (store.entities().find(EntityKind.PROJECTS, id).isEmpty()) {
            throw QaCompleteErrors.denied();
        }
        return id;
    }

    void require(Right right) {
        if (!user.rights().contains(right)) {
            throw QaCompleteErrors.denied();
        }
    }

    /** Refuses a path with another API version. */
    void requireVersion(Set<String> versions) {
        if (holds(Assumption.QAC_VERSION_PER_RESOURCE) && !versions.contains(path("version"))) {
            throw QaCompleteErrors.notFound();
        }
    }

    String path(String name) {
        return context.pathParam(name);
    }

    /** Returns an id in the path. Refuses one that is not a number with 404. */
    int id(String name) {
        var text = path(name);
        if (text.matches("\\d{1,9}")) {
            return Integer.parseInt(text);
        }
        throw QaCompleteErrors.notFound();
    }

    /** Returns a query parameter. The case of its name does not matter. */
    @Nullable
    String query(String name) {
        for (var entry : context.queryParamMap().entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name) && !entry.getValue().isEmpty()) {
                return entry.getValue().get(0);
            }
        }
        return null;
    }

    int number(String name, int otherwise) {
        var text = query(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}")) {
            throw QaCompleteErrors.invalid("\"" + text + "\" is not a number for " + name + ".");
        }
        return Integer.parseInt(text);
    }

    void reply(ObjectNode body) {
        context.status(200).contentType("application/json; charset=utf-8").result(body.toString());
    }

    void replyNothing() {
        context.status(200).result("");
    }
}
