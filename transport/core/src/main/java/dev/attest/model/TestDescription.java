package dev.attest.model;

import java.util.List;

/**
 * A test as its framework describes it.
 *
 * @param id its identity
 * @param title what people read: the display names from the class down, joined by {@code " › "}
 * @param tags tags or groups, in no particular order
 */
public record TestDescription(TestId id, String title, List<String> tags) {

    public TestDescription {
        tags = List.copyOf(tags);
    }
}
