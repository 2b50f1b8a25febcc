package dev.attest;

import java.util.Objects;

/**
 * An item of a service that {@link Attest#attachTo} attaches a file to: a work item of Azure DevOps, or a bug, release,
 * requirement, test, test set or test step of SmartBear QAComplete.
 *
 * <p>An id is a whole number from 1 on. Attest does not check that the item exists. If the service rejects a file, a
 * warning at the end of the run names the file and the answer. Immutable.
 */
public final class Target {

    /** The destination name of Azure DevOps. */
    public static final String AZURE = "azure";

    /** The destination name of SmartBear QAComplete. */
    public static final String QACOMPLETE = "qacomplete";

    private final String destination;
    private final String kind;
    private final int id;
    private final String title;

    private Target(String destination, String kind, int id, String title) {
        this.destination = destination;
        this.kind = kind;
        this.id = id;
        this.title = title;
    }

    /** Returns the work item of Azure DevOps with this id, of any type: a bug, a task, a test case. */
    public static Target workItem(int id) {
        return new Target(AZURE, "WorkItem", id, "work item " + id);
    }

    /** Returns the bug, or defect, of QAComplete with this id. */
    public static Target bug(int id) {
        return qaComplete("Bugs", id, "bug");
    }

    /** Returns the release of QAComplete with this id. */
    public static Target release(int id) {
        return qaComplete("Releases", id, "release");
    }

    /** Returns the requirement of QAComplete with this id. */
    public static Target requirement(int id) {
        return qaComplete("FunctionalSpecs", id, "requirement");
    }

    /** Returns the test in the library of QAComplete with this id. */
    public static Target test(int id) {
        return qaComplete("Tests", id, "test");
    }

    /** Returns the test set of QAComplete with this id. */
    public static Target testSet(int id) {
        return qaComplete("TestSets", id, "test set");
    }

    /** Returns the test step of QAComplete with this id. */
    public static Target testStep(int id) {
        return qaComplete("TestSteps", id, "test step");
    }

    private static Target qaComplete(String kind, int id, String noun) {
        return new Target(QACOMPLETE, kind, id, noun + " " + id + " of QAComplete");
    }

    /** Returns the name of the destination: {@link #AZURE} or {@link #QACOMPLETE}. */
    public String destination() {
        return destination;
    }

    /**
     * Returns the item type in the terms of the service: {@code WorkItem} in Azure DevOps; {@code Releases},
     * {@code Bugs}, {@code FunctionalSpecs}, {@code Tests}, {@code TestSets} or {@code TestSteps} in QAComplete.
     */
    public String kind() {
        return kind;
    }

    /** Returns the id of the item in the service. */
    public int id() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Target that
                && destination.equals(that.destination)
                && kind.equals(that.kind)
                && id == that.id;
    }

    @Override
    public int hashCode() {
        return Objects.hash(destination, kind, id);
    }

    /** Returns a description for messages, such as {@code work item 4711}. */
    @Override
    public String toString() {
        return title;
    }
}
