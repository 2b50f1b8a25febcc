package dev.attest.model;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A test as its framework describes it.
 *
 * @param id its identity
 * @param title what people read: the display names from the class down, joined by {@code " › "}
 * @param tags tags or groups, in no particular order
 * @param reportName what the XML report of Surefire calls it
 * @param links what its code says it belongs to
 */
public record TestDescription(TestId id, String title, List<String> tags, ReportName reportName, Links links) {

    public TestDescription {
        tags = List.copyOf(tags);
        Objects.requireNonNull(links, "links");
    }

    /** Makes a description of a test whose code says nothing about what it belongs to. */
    public TestDescription(TestId id, String title, List<String> tags, ReportName reportName) {
        this(id, title, tags, reportName, Links.NONE);
    }

    /** Makes a description of a test that Surefire calls by its class and the plain name of its method. */
    public TestDescription(TestId id, String title, List<String> tags) {
        this(id, title, tags, new ReportName(id.className(), id.methodName()));
    }

    /** Returns the same test, which belongs to something else. */
    public TestDescription linkedTo(Links other) {
        return new TestDescription(id, title, tags, reportName, other);
    }

    /** Returns the same test with what is done to each name that people read, such as the masking of secrets. */
    public TestDescription renamed(UnaryOperator<String> names) {
        ReportName report = new ReportName(reportName.className(), names.apply(reportName.name()));
        return new TestDescription(id, names.apply(title), tags, report, links);
    }
}
