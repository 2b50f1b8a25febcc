package dev.attest.internal.journal.event;

import java.util.Objects;

/**
 * An item of a service that files are attached to, other than runs and results.
 *
 * @param destination name of the destination that has the item: {@link #AZURE} or {@link #QACOMPLETE}
 * @param kind {@code WorkItem} in Azure DevOps; {@code Releases}, {@code Bugs}, {@code FunctionalSpecs}, {@code Tests},
 *     {@code TestSets} or {@code TestSteps} in QAComplete
 * @param id id of the item, in digits
 */
public record AttachmentTarget(String destination, String kind, String id) {

    public static final String AZURE = "azure";
    public static final String QACOMPLETE = "qacomplete";

    public AttachmentTarget {
        DestinationName.require(destination);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }
}
