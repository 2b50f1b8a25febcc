package dev.attest.qacomplete;

import dev.attest.http.Body;
import dev.attest.http.Request;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing to ask of the service.
 *
 * @param purpose what for: ends the sentence "Cannot ..."
 * @param subject what it is about, which says what a refusal means
 * @param method of HTTP
 * @param uri with its query
 * @param body or null
 */
record Call(
        String purpose,
        Subject subject,
        String method,
        URI uri,
        @Nullable Body body) {

    static Call get(String purpose, Subject subject, URI uri) {
        return new Call(purpose, subject, "GET", uri, null);
    }

    static Call post(String purpose, Subject subject, URI uri, String json) {
        return new Call(purpose, subject, "POST", uri, json(json));
    }

    static Call patch(String purpose, Subject subject, URI uri, String json) {
        return new Call(purpose, subject, "PATCH", uri, json(json));
    }

    static Call upload(String purpose, Subject subject, URI uri, Body form) {
        return new Call(purpose, subject, "POST", uri, form);
    }

    /** Returns method and address, for people. */
    String shown() {
        return new Request(method, uri, Map.of(), null).shown();
    }

    boolean writes() {
        return body != null;
    }

    private static Body json(String json) {
        return Body.text("application/json; charset=utf-8", json);
    }

    /** What a call is about. */
    enum Subject {
        /** The creation of a run, or a look for one. */
        RUN(true),
        /** What a run is made of. */
        ITEM(true),
        /** The tests and test sets of the project. */
        TESTS(true),
        /** The report or log of an item. */
        OUTPUT(false),
        /** A file of something else. */
        FILE(false);

        private final boolean essential;

        Subject(boolean essential) {
            this.essential = essential;
        }

        /** Returns whether nothing can be published without it, so that a person is worth waiting for. */
        boolean essential() {
            return essential;
        }
    }
}
