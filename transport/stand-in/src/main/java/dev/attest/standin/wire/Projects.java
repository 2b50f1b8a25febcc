package dev.attest.standin.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Projects and people: they exist by name, and their GUIDs follow from it. */
final class Projects {

    private Projects() {}

    static String id(String project) {
        return guid("project:" + project.toLowerCase(Locale.ROOT));
    }

    static String guid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static ObjectNode reference(String collection, String project) {
        return Json.object()
                .put("id", id(project))
                .put("name", project)
                .put("url", collection + "/_apis/projects/" + Urls.segment(project));
    }

    /** Returns the one user that every token belongs to. */
    static ObjectNode user(String collection) {
        var id = guid("user:publisher");
        return Json.object()
                .put("displayName", "Attest Publisher")
                .put("id", id)
                .put("uniqueName", "publisher@attest.example")
                .put("url", collection + "/_apis/Identities/" + id);
    }
}
