package dev.attest.internal.qacomplete;

import java.net.URI;

/**
 * An address of the API, and what is found there.
 *
 * @param uri with its query
 * @param subject what a call to it is about
 */
record Resource(URI uri, Subject subject) {

    /** What a call is about: tells what a refusal means. */
    enum Subject {
        /** The creation of a run, or a look for one. */
        RUN,
        /** What a run is made of. */
        ITEM,
        /** The tests and test sets of the project. */
        TESTS,
        /** The report or log of an item. */
        OUTPUT,
        /** A file of something else. */
        FILE;

        /** Returns whether nothing can be published without it, so that a person is worth waiting for. */
        boolean essential() {
            return this != OUTPUT && this != FILE;
        }
    }
}
