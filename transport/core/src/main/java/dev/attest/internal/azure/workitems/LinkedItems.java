package dev.attest.internal.azure.workitems;

import java.util.List;

/**
 * The work items of a result.
 *
 * @param bugs ids of the items that are bugs; the service shows them with the result
 * @param others descriptions of all other items, for the comment
 */
public record LinkedItems(List<Integer> bugs, List<String> others) {

    public static final LinkedItems NONE = new LinkedItems(List.of(), List.of());

    public LinkedItems {
        bugs = List.copyOf(bugs);
        others = List.copyOf(others);
    }
}
