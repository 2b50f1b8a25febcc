package dev.attest.internal.azure.workitems;

import org.jspecify.annotations.Nullable;

/**
 * An operation of a JSON Patch, which creates or changes a work item. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/update">Work Items: Update</a>.
 *
 * @param op {@code add}, {@code replace}, {@code remove} or {@code test}
 * @param path such as {@code /fields/System.Title}
 * @param value text, number, map or record; null if the operation takes none
 */
public record PatchOperation(
        String op, String path, @Nullable Object value) {

    /** Sets a field by its reference name. */
    public static PatchOperation field(String referenceName, Object value) {
        return new PatchOperation("add", "/fields/" + referenceName, value);
    }

    public static PatchOperation relation(String rel, String url, Attributes attributes) {
        return new PatchOperation("add", "/relations/-", new Relation(rel, url, attributes));
    }

    /** Makes the whole patch fail if the item was changed after that revision. */
    public static PatchOperation unchangedSince(int rev) {
        return new PatchOperation("test", "/rev", rev);
    }

    private record Relation(String rel, String url, Attributes attributes) {}

    /** What describes a link. */
    public record Attributes(String comment, @Nullable String name) {}
}
