package dev.attest.azure;

import java.util.List;

/**
 * The work items of a result, as it tells of them.
 *
 * @param bugs ids of those that are bugs, which the service shows with the result
 * @param others the others in words, for the comment
 */
record LinkedItems(List<Integer> bugs, List<String> others) {

    static final LinkedItems NONE = new LinkedItems(List.of(), List.of());

    LinkedItems {
        bugs = List.copyOf(bugs);
        others = List.copyOf(others);
    }
}
