package dev.attest.internal.azure.workitems;

import java.util.List;

/**
 * The work items of a result, as it tells of them.
 *
 * @param bugs ids of those that are bugs, which the service shows with the result
 * @param others the others in words, for the comment
 */
public record LinkedItems(List<Integer> bugs, List<String> others) {

    public static final LinkedItems NONE = new LinkedItems(List.of(), List.of());

    public LinkedItems {
        bugs = List.copyOf(bugs);
        others = List.copyOf(others);
    }
}
