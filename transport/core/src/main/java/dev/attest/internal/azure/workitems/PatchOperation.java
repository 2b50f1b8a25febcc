package dev.attest.internal.azure.workitems;

import java.util.LinkedHashMap;
import java.util.Map;
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

    private static PatchOperation add(String path, Object value) {
        return new PatchOperation("add", path, value);
    }

    /** Sets a field by its reference name. */
    public static PatchOperation field(String referenceName, Object value) {
        return add("/fields/" + referenceName, value);
    }

    public static PatchOperation relation(String rel, String url, Map<String, String> attributes) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("rel", rel);
        link.put("url", url);
        link.put("attributes", attributes);
        return add("/relations/-", link);
    }

    /** Makes the whole patch fail if the item was changed after that revision. */
    public static PatchOperation unchangedSince(int rev) {
        return new PatchOperation("test", "/rev", rev);
    }
}
