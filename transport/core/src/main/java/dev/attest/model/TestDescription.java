package dev.attest.model;

import java.util.List;

/**
 * A test as its framework describes it.
 *
 * @param id its identity
 * @param title what people read: the display names from the class down, joined by {@code " › "}
 * @param tags tags or groups, in no particular order
 * @param reportName what the XML report of Surefire calls it
 */
public record TestDescription(TestId id, String title, List<String> tags, ReportName reportName) {

    public TestDescription {
        tags = List.copyOf(tags);
    }

    /** Makes a description of a test that Surefire calls by its class and the plain name of its method. */
    public TestDescription(TestId id, String title, List<String> tags) {
        this(id, title, tags, new ReportName(id.className(), id.methodName()));
    }
}
