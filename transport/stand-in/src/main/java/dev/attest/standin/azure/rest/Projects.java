package dev.attest.standin.azure.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Projects and users. Their GUIDs are computed from their names. */
public final class Projects {

    private Projects() {}

    /** Returns the GUID of a project. */
    public static String id(String project) {
        return guid("project:" + project.toLowerCase(Locale.ROOT));
    }

    /** Returns a GUID that depends on a name only. */
    public static String guid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Returns a reference to a project. */
    public static ObjectNode reference(String collection, String project) {
        return Json.object()
                .put("id", id(project))
                .put("name", project)
                .put("url", collection + "/_apis/projects/" + Urls.segment(project));
    }

    /** Returns the GUID of the user that all tokens belong to. */
    public static String userId() {
        return guid("user:publisher");
    }

    /** Returns the user that all tokens belong to. */
    public static ObjectNode user(String collection) {
        var id = userId();
        return Json.object()
                .put("displayName", "Attest Publisher")
                .put("id", id)
                .put("uniqueName", "publisher@attest.example")
                .put("url", collection + "/_apis/Identities/" + id);
    }
}
