package dev.attest.store;

import dev.attest.model.Place;

/** A work item of Azure DevOps: a bug, a task, a test case. */
public final class WorkItem implements Store {

    private final Place place;

    private WorkItem(Place place) {
        this.place = place;
    }

    /** Returns the one of this id. An id that no work item has, as 0, is told of where a file is put on it. */
    public static WorkItem of(int id) {
        return new WorkItem(new Place(Place.AZURE, "WorkItem", String.valueOf(id)));
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public String toString() {
        return "work item " + place.id();
    }
}
