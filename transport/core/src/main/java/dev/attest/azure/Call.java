package dev.attest.azure;

import dev.attest.http.Body;
import dev.attest.http.Request;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing to ask of the service.
 *
 * @param purpose what for: ends the sentence "Cannot ..."
 * @param kind how
 * @param uri with its query, but for the version
 * @param version of the API; empty where there is none yet
 * @param contentRange which bytes of a file the body is; empty for all that is no part of one
 * @param body or null
 */
record Call(
        String purpose,
        Kind kind,
        URI uri,
        String version,
        String contentRange,
        @Nullable Body body) {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String JSON_PATCH = "application/json-patch+json; charset=utf-8";

    static Call options(String purpose, URI uri) {
        return new Call(purpose, Kind.OPTIONS, uri, "", "", null);
    }

    static Call get(String purpose, URI uri, String version) {
        return new Call(purpose, Kind.GET, uri, version, "", null);
    }

    static Call post(String purpose, URI uri, String version, String json) {
        return post(purpose, uri, version, Body.text(JSON, json));
    }

    static Call post(String purpose, URI uri, String version, Body body) {
        return new Call(purpose, Kind.POST, uri, version, "", body);
    }

    static Call patch(String purpose, URI uri, String version, String json) {
        return new Call(purpose, Kind.PATCH, uri, version, "", Body.text(JSON, json));
    }

    /** Makes or changes a work item. */
    static Call jsonPatch(Kind kind, String purpose, URI uri, String version, String json) {
        return new Call(purpose, kind, uri, version, "", Body.text(JSON_PATCH, json));
    }

    /** Sends a part of a file. */
    static Call put(String purpose, URI uri, String version, String contentRange, Body body) {
        return new Call(purpose, Kind.PUT, uri, version, contentRange, body);
    }

    static Call delete(String purpose, URI uri, String version) {
        return new Call(purpose, Kind.DELETE, uri, version, "", null);
    }

    /** Returns method and address, for people. */
    String shown() {
        return new Request(kind.name(), uri, Map.of(), null).shown();
    }

    /** Returns how many bytes it carries. */
    long length() {
        return body == null ? 0 : body.length();
    }

    /** Returns whether it is about something in a run, so that "not found" means that the run is gone. */
    boolean ofRun() {
        return uri.getRawPath().contains("/_apis/test/runs/");
    }

    /** Returns whether it is about a work item, or a file for one. */
    boolean ofWorkItem() {
        return uri.getRawPath().contains("/_apis/wit/");
    }

    /** The HTTP method. */
    enum Kind {
        OPTIONS(false),
        GET(false),
        POST(true),
        PATCH(true),
        PUT(true),
        DELETE(true);

        private final boolean writes;

        Kind(boolean writes) {
            this.writes = writes;
        }

        boolean writes() {
            return writes;
        }
    }
}
