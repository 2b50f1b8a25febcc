package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Projects;
import dev.attest.standin.store.RunReference;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds what a run belongs to in its document. The stand-in knows no more than the requests for the run tell, and what
 * it knows of the build that they name.
 */
final class RunReferences {

    private static final Pattern RELEASE = Pattern.compile("(?i)vstfs:///ReleaseManagement/Release/(\\d{1,9})");
    private static final Pattern ENVIRONMENT = Pattern.compile("(?i)vstfs:///ReleaseManagement/Environment/(\\d{1,9})");

    private final ObjectNode document;
    private final Map<RunReference, String> references = new EnumMap<>(RunReference.class);

    private RunReferences(ObjectNode document) {
        this.document = document;
    }

    /** Returns the references. A URI of a release counts before a reference, since only the URI can be changed. */
    static Map<RunReference, String> in(ObjectNode document) {
        var found = new RunReferences(document);
        found.addId(RunReference.BUILD, found.text("build", "id"));
        found.addId(RunReference.BUILD_DEFINITION, found.text("buildConfiguration", "buildDefinitionId"));
        found.add(RunReference.BRANCH, found.text("buildConfiguration", "branchName"));
        found.addId(RunReference.PLAN, found.text("plan", "id"));
        found.add(RunReference.OWNER, found.owner());
        found.addId(RunReference.RELEASE, found.text("release", "id"));
        found.addId(RunReference.RELEASE, found.uri("releaseUri", RELEASE));
        found.addId(RunReference.RELEASE_DEFINITION, found.text("release", "definitionId"));
        found.addId(RunReference.ENVIRONMENT, found.text("release", "environmentId"));
        found.addId(RunReference.ENVIRONMENT, found.uri("releaseEnvironmentUri", ENVIRONMENT));
        found.addId(RunReference.ENVIRONMENT_DEFINITION, found.text("release", "environmentDefinitionId"));
        found.add(RunReference.CONTEXT, found.context());
        return found.references;
    }

    /** Returns the GUID of the owner. It is the user of the token unless the run names another. */
    private String owner() {
        return document.has("owner") ? text("owner", "id").toLowerCase(Locale.ROOT) : Projects.userId();
    }

    private String context() {
        if (references.containsKey(RunReference.RELEASE)) {
            return "release";
        }
        return references.containsKey(RunReference.BUILD) ? "build" : "";
    }

    private String text(String object, String name) {
        var found = document.get(object);
        var text = found == null ? null : Json.text(found, name);
        return text == null ? "" : text;
    }

    private String uri(String name, Pattern form) {
        var text = Json.text(document, name);
        var match = form.matcher(text == null ? "" : text);
        return match.matches() ? match.group(1) : "";
    }

    private void addId(RunReference kind, String text) {
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) > 0) {
            references.put(kind, String.valueOf(Integer.parseInt(text)));
        }
    }

    private void add(RunReference kind, String text) {
        if (!text.isEmpty()) {
            references.put(kind, text);
        }
    }
}
