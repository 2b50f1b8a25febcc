package dev.attest.store;

import dev.attest.model.Place;

/** A thing of a service that files are put on by {@code Attest.attachTo}. */
public sealed interface Store permits WorkItem, QaComplete {

    /** Returns where that is. */
    Place place();
}
