package dev.attest.store;

import dev.attest.model.Place;

/**
 * A thing of SmartBear QAComplete that holds files. An id that none has, as 0, is told of where a file is put on it.
 */
public final class QaComplete implements Store {

    private final String called;
    private final Place place;

    private QaComplete(String called, String kind, int id) {
        this.called = called;
        this.place = new Place(Place.QACOMPLETE, kind, String.valueOf(id));
    }

    /** Returns the bug, or defect, of this id. */
    public static QaComplete bug(int id) {
        return new QaComplete("bug", "Bugs", id);
    }

    /** Returns the release of this id. */
    public static QaComplete release(int id) {
        return new QaComplete("release", "Releases", id);
    }

    /** Returns the requirement of this id. */
    public static QaComplete requirement(int id) {
        return new QaComplete("requirement", "FunctionalSpecs", id);
    }

    /** Returns the test of the library of this id. */
    public static QaComplete test(int id) {
        return new QaComplete("test", "Tests", id);
    }

    /** Returns the test set of this id. */
    public static QaComplete testSet(int id) {
        return new QaComplete("test set", "TestSets", id);
    }

    /** Returns the step of a test of this id. */
    public static QaComplete testStep(int id) {
        return new QaComplete("test step", "TestSteps", id);
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public String toString() {
        return called + " " + place.id() + " of QAComplete";
    }
}
