package dev.attest;

import java.util.Objects;

/**
 * A thing of a service that {@link Attest#attachTo} puts a file on: a work item of Azure DevOps, or a bug, release,
 * requirement, test, test set or test step of SmartBear QAComplete.
 *
 * <p>An id is a whole number from 1 on. Attest does not check that the service has it: a file for an id that does not
 * exist is named, with what the service answered, at the end of the run. Immutable.
 */
public final class Target {

    /** The name of the destination Azure DevOps. */
    public static final String AZURE = "azure";

    /** The name of the destination SmartBear QAComplete. */
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

    private static Target qaComplete(String kind, int id, String called) {
        return new Target(QACOMPLETE, kind, id, called + " " + id + " of QAComplete");
    }

    /** Returns the name of the destination that has it: {@link #AZURE} or {@link #QACOMPLETE}. */
    public String destination() {
        return destination;
    }

    /**
     * Returns what the service calls such a thing: {@code WorkItem} in Azure DevOps; {@code Releases}, {@code Bugs},
     * {@code FunctionalSpecs}, {@code Tests}, {@code TestSets} or {@code TestSteps} in QAComplete.
     */
    public String kind() {
        return kind;
    }

    /** Returns its id at the service. */
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

    /** Returns it in words, such as {@code work item 4711}. */
    @Override
    public String toString() {
        return title;
    }
}
