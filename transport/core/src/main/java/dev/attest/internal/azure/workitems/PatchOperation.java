package dev.attest.internal.azure.workitems;

import org.jspecify.annotations.Nullable;

/**
 * A step of a JSON Patch, by which work items are made and changed. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/update">Work Items: Update</a>.
 *
 * @param op {@code add}, {@code replace}, {@code remove} or {@code test}
 * @param path what of the item, such as {@code /fields/System.Title}
 * @param value text, number, map or record; null where the operation takes none
 */
public record PatchOperation(
        String op, String path, @Nullable Object value) {

    public static PatchOperation add(String path, Object value) {
        return new PatchOperation("add", path, value);
    }

    /** Sets a field by its reference name. */
    public static PatchOperation field(String referenceName, Object value) {
        return add("/fields/" + referenceName, value);
    }

    /** Lets the whole patch fail when the item was changed since that revision. */
    public static PatchOperation unchangedSince(int rev) {
        return new PatchOperation("test", "/rev", rev);
    }
}
