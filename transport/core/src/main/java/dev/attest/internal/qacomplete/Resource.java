package dev.attest.internal.qacomplete;

import java.net.URI;

/** A URL of the API and the subject of its calls. */
record Resource(URI uri, Subject subject) {

    /** The subject of a call, which determines what a refusal means. */
    enum Subject {
        /** Runs, including queries for them. */
        RUN,
        ITEM,
        /** The tests and test sets of the project. */
        TESTS,
        /** The report or log of an item. */
        OUTPUT,
        /** A file on an entity. */
        FILE;

        /** Returns whether publishing needs the subject, so that its failures wait for a person. */
        boolean essential() {
            return this != OUTPUT && this != FILE;
        }
    }
}
